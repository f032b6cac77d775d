package io.github.ipsecmaven.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the import script says to a running pluto, and what it leaves alone. */
class PlutoIsToldTest {

    private static final String REREAD = "ipsec whack --rereadcerts";
    private static final String RESTART = followUp("restart");
    private static final String RECONNECT = followUp("reconnect");

    @TempDir
    private static Path pkiFolder;

    private static Pki pki;
    private static Pki.Identity root;
    private static Pki.Identity leaf;

    @TempDir
    private Path folder;

    private NodeRoot node;

    @BeforeAll
    static void makeCertificates() {
        Tools.assumePrivateRoot();
        pki = new Pki(pkiFolder);
        root = pki.authority("/O=Acme/CN=Root");
        leaf = pki.leaf(root, "/O=Acme/CN=worker-0.example.com");
    }

    @BeforeEach
    void aNodeWhosePlutoKnowsWhatWasImported() {
        node = new NodeRoot(folder);
        node.anchor("ca.pem", root);
        node.bundle("node.p12", pki.bundle(leaf, "left_server"));
        node.list("worker-0 node.p12 left_server -");
        succeeds();
        node.plutoRuns("first");
    }

    @Test
    void atBootNothingIsSaidToPluto() {
        assertFalse(node.calls().contains("whack"), node.calls());
        assertFalse(node.calls().contains("systemd-run"), node.calls());
    }

    @Test
    void anUnchangedDatabaseIsNoNews() {
        succeeds();

        assertFalse(node.calls().contains("whack"), node.calls());
    }

    @Test
    void aRenewedCertificateIsReadAgainWithoutARestart() {
        renewTheLeaf();

        succeeds();

        assertTrue(node.calls().contains(REREAD), node.calls());
        assertFalse(node.calls().contains("systemd-run"), node.calls());
    }

    @Test
    void aNewSubjectReconnectsInAUnitOfItsOwn() {
        node.bundle("node.p12", pki.bundle(pki.leaf(root, "/O=Acme/CN=renamed.example.com"), "left_server"));

        succeeds();

        assertTrue(node.calls().contains(REREAD), node.calls());
        assertTrue(node.calls().contains(RECONNECT), node.calls());
        assertFalse(node.calls().contains(RESTART), node.calls());
    }

    @Test
    void aChangedAnchorRestartsLibreswan4InAUnitOfItsOwn() {
        addAnAnchor();

        var output = succeeds();

        assertTrue(node.calls().contains(REREAD), node.calls());
        assertTrue(node.calls().contains(RESTART), node.calls());
        assertTrue(output.contains("tunnels of this node drop"), output);
        assertFalse(node.calls().contains("systemctl restart"), node.calls());
    }

    @Test
    void aRemovedAnchorRestartsLibreswan4Too() {
        node.delete("/etc/pki/certs/ca.pem");

        succeeds();

        assertTrue(node.calls().contains(RESTART), node.calls());
    }

    @Test
    void libreswan5ReadsAnchorsWithoutARestart() {
        node.libreswan("5.2");
        addAnAnchor();

        succeeds();

        assertTrue(node.calls().contains(REREAD), node.calls());
        assertFalse(node.calls().contains("systemd-run"), node.calls());
    }

    @Test
    void theRestartCanBePutOffAndIsMadeUpFor() {
        node.write("/etc/ipsec-import.hold", "");
        addAnAnchor();
        var output = succeeds();
        assertTrue(output.contains("NOT IN USE"), output);
        assertFalse(node.calls().contains("systemd-run"), node.calls());
        node.delete("/etc/ipsec-import.hold");

        succeeds();

        assertTrue(node.calls().contains(RESTART), node.calls());
    }

    @Test
    void aRestartBySomebodyElseSettlesTheDebt() {
        node.write("/etc/ipsec-import.hold", "");
        addAnAnchor();
        succeeds();
        node.delete("/etc/ipsec-import.hold");
        node.plutoRuns("second");

        var output = succeeds();

        assertFalse(node.calls().contains("systemd-run"), node.calls());
        assertFalse(output.contains("NOT IN USE"), output);
    }

    @Test
    void aPlutoThatDoesNotAnswerIsAFailureAndIsToldByTheNextRun() {
        node.tool("ipsec", "#!/bin/sh\nexit 1\n");
        renewTheLeaf();
        var result = node.run();
        assertNotEquals(0, result.exitCode(), result.output());
        node.tool("ipsec", "#!/bin/sh\necho \"ipsec $*\" >>/run/calls\n");

        succeeds();

        assertTrue(node.calls().contains(REREAD), node.calls());
    }

    @Test
    void aRestartBringsTheConnectionsOfNetworkManagerUpAgain() {
        node.tool("nmcli", """
                #!/bin/sh
                echo "nmcli $*" >>/run/calls
                case "$*" in
                    *--active) printf '%s\\n' 11-aa:vpn 22-bb:802-3-ethernet 33-cc:vpn ;;
                    *show*11-aa) echo org.freedesktop.NetworkManager.libreswan ;;
                    *show*33-cc) echo org.freedesktop.NetworkManager.openvpn ;;
                esac
                """);

        var result = node.enter("/usr/local/bin/ipsec-addcert.sh", "restart");

        assertEquals(0, result.exitCode(), result.output());
        var calls = node.calls().lines().toList();
        assertTrue(calls.contains("nmcli --wait 60 connection up 11-aa"), node.calls());
        assertTrue(calls.indexOf("systemctl restart ipsec.service")
                < calls.indexOf("nmcli --wait 60 connection up 11-aa"), node.calls());
        assertEquals(1, calls.stream().filter(call -> call.contains("connection up")).count());
    }

    private static String followUp(String action) {
        return "systemd-run --quiet --no-block --collect --unit=ipsec-import-follow-up "
                + "/usr/local/bin/ipsec-addcert.sh " + action;
    }

    private void renewTheLeaf() {
        node.bundle("node.p12", pki.bundle(pki.renewed(root, leaf), "left_server"));
    }

    private void addAnAnchor() {
        node.anchor("ca-partner.pem", pki.authority("/O=Partner/CN=Root"));
    }

    private String succeeds() {
        var result = node.run();
        assertEquals(0, result.exitCode(), result.output());
        return result.output();
    }
}
