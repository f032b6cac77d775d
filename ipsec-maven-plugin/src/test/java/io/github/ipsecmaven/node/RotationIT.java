package io.github.ipsecmaven.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import script between two real plutos: what it imports authenticates, before and after a rotation. */
class RotationIT {

    /** NetworkManager with two connections that use the same certificate, as far as pluto hears of it. */
    private static final String NMCLI = """
            #!/bin/sh
            for name in "$@"; do :; done
            case "$*" in
                *--active) printf '%s\\n' tunnel:vpn second:vpn ;;
                *vpn.service-type*) echo org.freedesktop.NetworkManager.libreswan ;;
                *down*) /usr/libexec/ipsec/whack --name "$name" --delete ;;
                *up*)
                    sed "s/^conn .*/conn $name/" /run/connection.conf >"/run/$name.conf"
                    /usr/libexec/ipsec/addconn --config "/run/$name.conf" "$name"
                    ;;
            esac
            """;

    @TempDir
    private static Path pkiFolder;

    private static Pki pki;
    private static Pki.Identity root;
    private static Pki.Identity otherRoot;
    private static Pki.Identity nodeLeaf;
    private static Pki.Identity remoteLeaf;

    @TempDir
    private Path folder;

    private NodeRoot node;
    private NodeRoot remote;

    @BeforeAll
    static void makeCertificates() {
        TwoHosts.assumePossible();
        pki = new Pki(pkiFolder);
        root = pki.authority("/O=Acme/CN=Root");
        otherRoot = pki.authority("/O=Other/CN=Other Root");
        nodeLeaf = pki.leaf(root, "/O=Acme/CN=node.example.com");
        remoteLeaf = pki.leaf(root, "/O=Acme/CN=nas.example.com");
    }

    @BeforeEach
    void twoNodesWithNothingButTheFilesOfTheMachineConfigs() throws IOException {
        node = host("node", nodeLeaf);
        remote = host("remote", remoteLeaf);
    }

    @Test
    void bothPeersAuthenticateWithWhatTheScriptImported() {
        succeeds(node);
        succeeds(remote);
        try (var hosts = TwoHosts.start(node, remote)) {
            hosts.loadConnection();

            var answer = hosts.negotiate();

            assertEstablished(answer, "CN=node.example.com");
        }
    }

    @Test
    void theNextNegotiationUsesACertificateThatWasRenewedUnderARunningPluto() {
        node.anchor("ca-other.pem", otherRoot);
        remote.anchor("ca-other.pem", otherRoot);
        succeeds(node);
        succeeds(remote);
        try (var hosts = TwoHosts.start(node, remote)) {
            hosts.loadConnection();
            assertEstablished(hosts.negotiate(), "'O=Acme, CN=node.example.com' issued by CA 'O=Acme, CN=Root'");
            node.bundle("node.p12", pki.bundle(pki.renewed(otherRoot, nodeLeaf), "left_server"));

            succeeds(node);

            assertEstablished(hosts.negotiate(), "'O=Acme, CN=node.example.com' issued by CA 'O=Other, CN=Other Root'");
        }
    }

    @Test
    void aWayBackToAnOlderCertificateReconnects() {
        var older = pki.leaf(root, "/O=Acme/CN=node.example.com");
        Pki.awaitLaterCertificates();
        node.bundle("node.p12", pki.bundle(pki.renewed(root, older), "left_server"));
        node.tool("nmcli", NMCLI);
        succeeds(node);
        succeeds(remote);
        try (var hosts = TwoHosts.start(node, remote)) {
            hosts.loadConnection();
            succeeds(node.enter("nmcli", "connection", "up", "second"));
            assertEstablished(hosts.negotiate(), "CN=node.example.com");
            node.bundle("node.p12", pki.bundle(older, "left_server"));

            succeeds(node);

            assertTrue(node.holds("left_server", older));
            assertTrue(node.calls().contains("ipsec-addcert.sh reconnect"), node.calls());
            succeeds(node.enter("/usr/local/bin/ipsec-addcert.sh", "reconnect"));
            assertEstablished(hosts.negotiate(), "CN=node.example.com");
        }
    }

    @Test
    void aConnectionTakesTheIdentityOfANewSubjectOnlyWhenItIsLoadedAgain() {
        succeeds(node);
        succeeds(remote);
        try (var hosts = TwoHosts.start(node, remote)) {
            hosts.loadConnection();
            assertEstablished(hosts.negotiate(), "CN=node.example.com");
            node.bundle("node.p12", pki.bundle(pki.leaf(root, "/O=Acme/CN=renamed.example.com"), "left_server"));
            succeeds(node);
            assertFalse(hosts.negotiate().contains("established IKE SA"));
            assertTrue(node.calls().contains("ipsec-addcert.sh reconnect"), node.calls());

            hosts.loadConnection();

            assertEstablished(hosts.negotiate(), "CN=renamed.example.com");
        }
    }

    @Test
    void aBadBundleLeavesTheOldCertificateInUse() {
        succeeds(node);
        succeeds(remote);
        try (var hosts = TwoHosts.start(node, remote)) {
            hosts.loadConnection();
            node.write("/etc/pki/certs/node.p12", "no bundle at all");

            assertFalse(node.run().succeeded());

            assertEstablished(hosts.negotiate(), "CN=node.example.com");
        }
    }

    @Test
    void aCertificateOfAnAuthorityThatTheRemoteDoesNotTrustIsRefused() {
        node.anchor("ca-other.pem", otherRoot);
        node.bundle("node.p12", pki.bundle(pki.leaf(otherRoot, "/O=Other/CN=node.example.com"), "left_server"));
        succeeds(node);
        succeeds(remote);
        try (var hosts = TwoHosts.start(node, remote)) {
            hosts.loadConnection();

            var answer = hosts.negotiate();

            assertTrue(answer.contains("AUTHENTICATION_FAILED"), answer);
            assertFalse(answer.contains("established IKE SA"), answer);
        }
    }

    @Test
    void aNewAuthorityIsTrustedAfterTheRestartThatTheScriptAsksFor() {
        succeeds(node);
        succeeds(remote);
        remote.bundle("node.p12", pki.bundle(pki.leaf(otherRoot, "/O=Other/CN=nas.example.com"), "left_server"));
        remote.anchor("ca-other.pem", otherRoot);
        succeeds(remote);
        try (var hosts = TwoHosts.start(node, remote)) {
            hosts.loadConnection();
            assertFalse(hosts.negotiate().contains("established IKE SA"));
            node.anchor("ca-other.pem", otherRoot);
            node.write("/etc/ipsec-import.hold", "");
            succeeds(node);
        }

        try (var hosts = TwoHosts.start(node, remote)) {
            hosts.loadConnection();

            var answer = hosts.negotiate();

            assertTrue(answer.contains("using peer certificate 'O=Other, CN=nas.example.com'"), answer);
        }
    }

    private NodeRoot host(String name, Pki.Identity identity) throws IOException {
        var host = new NodeRoot(Files.createDirectory(folder.resolve(name)));
        host.anchor("ca.pem", root);
        host.bundle("node.p12", pki.bundle(identity, "left_server"));
        host.list("worker-0 node.p12 left_server -");
        return host;
    }

    private void assertEstablished(String answer, String certificate) {
        assertTrue(answer.contains("initiator established IKE SA"), answer);
        assertTrue(answer.contains("CN=nas.example.com"), answer);
        var seen = remote.read("/run/pluto.log").lines()
                .filter(line -> line.contains("responder established IKE SA")).toList();
        assertTrue(!seen.isEmpty() && seen.get(seen.size() - 1).contains(certificate), seen.toString());
    }

    private static void succeeds(NodeRoot host) {
        succeeds(host.run());
    }

    private static void succeeds(Tools.Result result) {
        assertEquals(0, result.exitCode(), result.output());
    }
}
