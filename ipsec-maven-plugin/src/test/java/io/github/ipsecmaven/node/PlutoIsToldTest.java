package io.github.ipsecmaven.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
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
    void aCertificateThatPlutoCannotExchangeInPlaceReconnects() {
        plutoCannotExchange();
        renewTheLeaf();

        var output = succeeds();

        assertTrue(output.contains("pluto cannot exchange a certificate in place: 027 \"nas\": reloading"), output);
        assertTrue(node.calls().contains(RECONNECT), node.calls());
        assertFalse(node.calls().contains(RESTART), node.calls());
    }

    @Test
    void thatReconnectionCanBePutOffAndIsMadeUpFor() {
        plutoCannotExchange();
        node.write("/etc/ipsec-import.hold", "");
        renewTheLeaf();
        var output = succeeds();
        assertTrue(output.contains("NOT IN USE: what changed waits for a reconnect"), output);
        assertFalse(node.calls().contains("systemd-run"), node.calls());
        node.delete("/etc/ipsec-import.hold");

        succeeds();

        assertTrue(node.calls().contains(RECONNECT), node.calls());
    }

    @Test
    void allConnectionsAreDownBeforeOneComesUpAgain() {
        networkManagerHas("exit 0", "11-aa", "22-bb");

        followUpSucceeds();

        assertEquals(List.of("down 11-aa", "down 22-bb", "up 11-aa", "up 22-bb"), changesOfConnections());
    }

    @Test
    void aConnectionThatDoesNotComeUpIsAFailureHoldsUpNoneAndIsTriedAgain() {
        networkManagerHas("[ \"$*\" != '--wait 60 connection up 11-aa' ]", "11-aa", "22-bb");
        var result = node.enter("/usr/local/bin/ipsec-addcert.sh", "reconnect");
        assertNotEquals(0, result.exitCode(), result.output());
        assertTrue(result.output().contains("FAILED: does not come up again: 11-aa"), result.output());
        assertTrue(changesOfConnections().contains("up 22-bb"), node.calls());
        node.delete("/run/calls");
        networkManagerHas("exit 0");

        followUpSucceeds();

        assertTrue(changesOfConnections().contains("up 11-aa"), node.calls());
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

    private void plutoCannotExchange() {
        node.tool("ipsec", """
                #!/bin/sh
                echo "027 \\"nas\\": reloading leftcert='left_server' failed: pubkey could not be loaded"
                exit 27
                """);
    }

    private void networkManagerHas(String change, String... active) {
        node.tool("nmcli", """
                #!/bin/sh
                echo "nmcli $*" >>/run/calls
                case "$*" in
                    *--active) for uuid in %s; do echo "$uuid:vpn"; done ;;
                    *vpn.service-type*) echo org.freedesktop.NetworkManager.libreswan ;;
                    *) %s ;;
                esac
                """.formatted(String.join(" ", active), change));
    }

    private void followUpSucceeds() {
        var result = node.enter("/usr/local/bin/ipsec-addcert.sh", "reconnect");
        assertEquals(0, result.exitCode(), result.output());
    }

    private List<String> changesOfConnections() {
        var change = "nmcli --wait 60 connection ";
        return node.calls().lines().filter(call -> call.startsWith(change))
                .map(call -> call.substring(change.length())).toList();
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
