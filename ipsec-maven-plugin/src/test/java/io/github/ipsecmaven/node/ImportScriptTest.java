package io.github.ipsecmaven.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the import script makes of the node's database, with the real certutil and pk12util. */
class ImportScriptTest {

    private static final String LIST_ENTRY = "worker-0 node.p12 left_server -";

    @TempDir
    private static Path pkiFolder;

    private static Pki pki;
    private static Pki.Identity root;
    private static Pki.Identity otherRoot;
    private static Pki.Identity first;
    private static Pki.Identity second;
    private static Pki.Identity stranger;

    @TempDir
    private Path folder;

    private NodeRoot node;

    @BeforeAll
    static void makeCertificates() {
        Tools.assumePrivateRoot();
        pki = new Pki(pkiFolder);
        root = pki.authority("/O=Acme/CN=Root");
        otherRoot = pki.authority("/O=Acme/CN=Other Root");
        first = pki.leaf(root, "/O=Acme/CN=worker-0.example.com");
        second = pki.renewed(root, first);
        stranger = pki.leaf(root, "/O=Acme/CN=renamed.example.com");
    }

    @BeforeEach
    void aNodeWithOneAnchorAndOneBundle() {
        node = new NodeRoot(folder);
        node.anchor("ca.pem", root);
        node.bundle("node.p12", pki.bundle(first, "left_server"));
        node.list(LIST_ENTRY);
    }

    @Test
    void theFirstRunImportsAnchorBundleAndKey() {
        succeeds();

        assertEquals(Set.of("CA", "left_server"), node.nicknames());
        assertTrue(node.holdsOnly("CA", root));
        assertTrue(node.holds("left_server", first));
        assertEquals("CA\nleft_server\n", node.read("/var/lib/ipsec/nss-import.managed"));
    }

    @Test
    void theSecondRunChangesNoByte() {
        succeeds();
        var before = node.files("var/lib/ipsec");

        var output = succeeds();

        assertEquals(before, node.files("var/lib/ipsec"));
        assertTrue(output.contains("unchanged"), output);
    }

    @Test
    void aMissingDatabaseFolderIsMade() {
        node.delete("/var/lib/ipsec/nss");

        succeeds();

        assertTrue(node.holds("left_server", first));
    }

    @Test
    void anEmptyDatabaseIsFilled() {
        Tools.must("certutil", "-N", "--empty-password", "-d", node.database());

        succeeds();

        assertTrue(node.holds("left_server", first));
    }

    @Test
    void aDatabaseThatACommandLeftUninitialisedIsFilled() {
        node.certutil("-L");

        succeeds();

        assertTrue(node.holds("left_server", first));
    }

    @Test
    void aDatabaseThatWasLostIsFilledAgain() {
        succeeds();
        node.delete("/var/lib/ipsec/nss/cert9.db");
        node.delete("/var/lib/ipsec/nss/key4.db");
        node.certutil("-L");

        succeeds();

        assertTrue(node.holds("left_server", first));
    }

    @Test
    void aDatabaseOfWhichOneHalfIsMissingIsFilled() {
        succeeds();
        node.delete("/var/lib/ipsec/nss/key4.db");

        succeeds();

        assertTrue(node.holds("left_server", first));
    }

    @Test
    void whatAKilledWriterLeftHalfWrittenIsRolledBack() {
        succeeds();
        HalfWritten.leave(folder.resolve("var/lib/ipsec/nss/key4.db"));
        assertFalse(node.certutil("-L").succeeded());

        succeeds();

        assertTrue(node.holds("left_server", first));
        assertFalse(node.exists("/var/lib/ipsec/nss/key4.db-journal"));
    }

    @Test
    void aPurgeOfADatabaseThatCannotBeReadIsAFailure() {
        succeeds();
        node.write("/var/lib/ipsec/nss/cert9.db", "no database");
        node.list();

        fails("cannot read the database");
    }

    @Test
    void aDatabaseWithAPasswordIsOpenedWithTheFileOfLibreswan() {
        node.write("/etc/ipsec.d/nsspassword", "NSS Certificate DB:database-secret\n");
        succeeds();
        node.bundle("node.p12", pki.bundle(stranger, "left_server"));

        succeeds();

        var password = folder.resolve("etc/ipsec.d/nsspassword").toString();
        assertTrue(node.holdsOnly("left_server", stranger));
        assertTrue(node.certutil("-K", "-n", "left_server", "-f", password).succeeded());
        assertFalse(node.certutil("-K", "-n", "left_server").succeeded());
    }

    @Test
    void aRenewalOfTheSameSubjectReplacesCertificateAndKey() {
        succeeds();
        node.bundle("node.p12", pki.bundle(second, "left_server"));

        succeeds();

        assertTrue(node.holds("left_server", second));
        assertEquals(1, node.keys());
    }

    @Test
    void aRollbackPutsTheOlderCertificateBack() {
        node.bundle("node.p12", pki.bundle(second, "left_server"));
        succeeds();
        node.bundle("node.p12", pki.bundle(first, "left_server"));

        succeeds();

        assertTrue(node.holds("left_server", first));
        assertEquals(1, node.keys());
    }

    @Test
    void anotherSubjectUnderTheSameNicknameReplacesTheOld() {
        succeeds();
        node.bundle("node.p12", pki.bundle(stranger, "left_server"));

        succeeds();

        assertTrue(node.holds("left_server", stranger));
        assertEquals(Set.of("CA", "left_server"), node.nicknames());
        assertEquals(1, node.keys());
    }

    @Test
    void aNewCertificateForTheSameKeyReplacesTheOld() {
        succeeds();
        var recertified = pki.leaf(root, first.subject(), first.key());
        node.bundle("node.p12", pki.bundle(recertified, "left_server"));

        succeeds();

        assertTrue(node.holds("left_server", recertified));
        assertEquals(1, node.keys());
    }

    @Test
    void aNewNicknameForTheSameSubjectReplacesTheOldNickname() {
        succeeds();
        node.bundle("node.p12", pki.bundle(first, "east"));
        node.list("worker-0 node.p12 east -");

        succeeds();

        assertEquals(Set.of("CA", "east"), node.nicknames());
        assertTrue(node.holds("east", first));
    }

    @Test
    void anAuthorityWithAnotherSubjectReplacesTheOld() {
        succeeds();
        node.anchor("ca.pem", otherRoot);
        var moved = pki.leaf(otherRoot, first.subject());
        node.bundle("node.p12", pki.bundle(moved, "left_server"));

        succeeds();

        assertTrue(node.holdsOnly("CA", otherRoot));
        assertTrue(node.holds("left_server", moved));
    }

    @Test
    void aRenewedAuthorityReplacesTheOld() {
        succeeds();
        var renewedRoot = pki.authority(root.subject());
        node.anchor("ca.pem", renewedRoot);

        succeeds();

        assertTrue(node.holdsOnly("CA", renewedRoot));
    }

    @Test
    void severalAnchorsLieUnderTheirOwnNicknames() {
        node.anchor("ca-partner.pem", otherRoot);

        succeeds();

        assertTrue(node.holdsOnly("CA", root));
        assertTrue(node.holdsOnly("CA-partner", otherRoot));
    }

    @Test
    void twoAnchorsOfOneSubjectAreBothInServiceAndOneCanGo() {
        var renewedRoot = pki.authority(root.subject());
        node.anchor("ca-next.pem", renewedRoot);
        succeeds();
        assertTrue(node.holdsOnly("CA", root, renewedRoot));
        assertTrue(succeeds().contains("unchanged"));

        node.delete("/etc/pki/certs/ca-next.pem");
        succeeds();

        assertEquals(Set.of("CA", "left_server"), node.nicknames());
        assertTrue(node.holdsOnly("CA", root));
    }

    @Test
    void anAnchorThatIsNoLongerThereIsRemoved() {
        node.anchor("ca-partner.pem", otherRoot);
        succeeds();
        node.delete("/etc/pki/certs/ca-partner.pem");

        var output = succeeds();

        assertEquals(Set.of("CA", "left_server"), node.nicknames());
        assertTrue(output.contains("removed: CA-partner"), output);
    }

    @Test
    void aBundleThatIsNoLongerListedIsRemovedWithItsKey() {
        node.bundle("second.p12", pki.bundle(stranger, "partner"));
        node.list(LIST_ENTRY, "worker-0 second.p12 partner -");
        succeeds();
        assertEquals(2, node.keys());
        node.list(LIST_ENTRY);

        succeeds();

        assertEquals(Set.of("CA", "left_server"), node.nicknames());
        assertEquals(1, node.keys());
    }

    @Test
    void anEmptyListPurgesAllThatWasImported() {
        succeeds();
        node.list();

        succeeds();

        assertEquals(Set.of(), node.nicknames());
        assertEquals(0, node.keys());
    }

    @Test
    void anEmptyListOnAFreshNodeMakesNoDatabase() {
        node.list();

        succeeds();

        assertFalse(node.exists("/var/lib/ipsec/nss/cert9.db"));
    }

    @Test
    void withoutAListNothingIsTouched() {
        succeeds();
        var before = node.files("var/lib/ipsec");
        node.delete("/etc/pki/certs/ipsec-import.list");

        var output = succeeds();

        assertEquals(before, node.files("var/lib/ipsec"));
        assertTrue(output.contains("nothing to do"), output);
    }

    @Test
    void certificatesOfOthersStay() {
        var cluster = pki.authority("/O=ovn/CN=signer");
        var clusterLeaf = pki.leaf(cluster, "/O=ovn/CN=0a1b");
        var foreign = pki.leaf(otherRoot, "/O=Elsewhere/CN=by-hand");
        Tools.must("certutil", "-A", "-n", "ovs_cert_cacert", "-t", "CT,,", "-d", node.database(),
                "-i", cluster.certificate().toString());
        importByHand(clusterLeaf, "ovs_certkey_0a1b");
        importByHand(foreign, "by-hand");

        succeeds();
        node.list();
        succeeds();

        assertEquals(Set.of("ovs_cert_cacert", "ovs_certkey_0a1b", "by-hand"), node.nicknames());
        assertTrue(node.holds("ovs_certkey_0a1b", clusterLeaf));
        assertTrue(node.holds("by-hand", foreign));
    }

    @Test
    void leftoversOfThePublishedProcedureAreTakenOver() {
        publishedProcedure(first);
        publishedProcedure(second);
        assertEquals(2, node.keys());

        succeeds();

        assertEquals(Set.of("CA", "left_server"), node.nicknames());
        assertTrue(node.holds("left_server", first));
        assertEquals(1, node.keys());
    }

    @Test
    void whatThePublishedProcedureImportedIsPurgedTooOnceItWasWanted() {
        publishedProcedure(first);
        assertTrue(succeeds().contains("unchanged: 1 anchors, 1 bundles"));
        node.list();

        succeeds();

        assertEquals(Set.of(), node.nicknames());
        assertEquals(0, node.keys());
    }

    @Test
    void anIntermediateOfTheSubjectOfOneThatIsNotOursIsImportedBesideIt() {
        var old = pki.leaf(pki.intermediate(root, "/O=Acme/CN=Issuing"), "/O=Acme/CN=node");
        var renewed = pki.leaf(pki.intermediate(root, "/O=Acme/CN=Issuing"), "/O=Acme/CN=node");
        publishedProcedure(old);
        node.bundle("node.p12", pki.bundle(renewed, "left_server"));
        succeeds();
        assertTrue(node.holds("left_server", renewed));
        assertTrue(succeeds().contains("unchanged: 1 anchors, 1 bundles"));
        assertEquals(Set.of("CA", "left_server", "Issuing - Acme", "Issuing - Acme #2"), node.nicknames());
        node.list();

        succeeds();

        assertEquals(Set.of("Issuing - Acme"), node.nicknames());
    }

    @Test
    void leftoversOfThePublishedProcedureGiveWayToOtherNicknames() {
        publishedProcedure(first);
        node.delete("/etc/pki/certs/ca.pem");
        node.anchor("ca-corp.pem", root);
        node.bundle("node.p12", pki.bundle(first, "worker-0"));
        node.list("worker-0 node.p12 worker-0 -");

        succeeds();

        assertEquals(Set.of("CA-corp", "worker-0"), node.nicknames());
        assertTrue(node.holds("worker-0", first));
    }

    @Test
    void leftoversOfARotationThatThePublishedProcedureMissedGiveWay() {
        publishedProcedure(first);
        publishedProcedure(stranger);
        assertEquals(Set.of("CA", "left_server", "renamed.example.com - Acme"), node.nicknames());
        node.bundle("node.p12", pki.bundle(stranger, "left_server"));

        succeeds();

        assertEquals(Set.of("CA", "left_server"), node.nicknames());
        assertTrue(node.holds("left_server", stranger));
        assertEquals(1, node.keys());
    }

    @Test
    void anAuthorityThatCameInsideAPublishedBundleGivesWayToTheAnchor() {
        publishedProcedure(new Pki.Identity(first.certificate(), first.key(), first.subject(),
                List.of(otherRoot.certificate())));
        assertEquals(Set.of("CA", "left_server", "Other Root - Acme"), node.nicknames());
        node.anchor("ca-other.pem", otherRoot);

        succeeds();

        assertEquals(Set.of("CA", "CA-other", "left_server"), node.nicknames());
        assertTrue(node.holdsOnly("CA-other", otherRoot));
    }

    @Test
    void aCertificateWithoutKeyUnderOurNicknameIsReplaced() {
        importByHand(first, "left_server");
        Tools.must("certutil", "-A", "-n", "left_server", "-t", ",,", "-d", node.database(),
                "-i", second.certificate().toString());

        succeeds();

        assertTrue(node.holds("left_server", first));
    }

    @Test
    void aSubjectUnderSomebodyElsesNicknameIsAFailureThatChangesNothing() {
        importByHand(first, "by-hand");
        var before = node.files("var/lib/ipsec/nss");

        fails("a nickname that is not ours");

        assertEquals(before, node.files("var/lib/ipsec/nss"));
    }

    @Test
    void aWrongPasswordKeepsTheOldCertificate() {
        keepsTheOld(() -> node.bundle("node.p12", pki.bundle(second, "left_server", "unexpected")), "cannot import");
    }

    @Test
    void aTruncatedBundleKeepsTheOldCertificate() {
        keepsTheOld(() -> node.write("/etc/pki/certs/node.p12", "no bundle at all"), "cannot import");
    }

    @Test
    void anotherFriendlyNameKeepsTheOldCertificate() {
        keepsTheOld(() -> node.bundle("node.p12", pki.bundle(stranger, "other")), "nickname left_server");
    }

    @Test
    void aMissingBundleKeepsTheOldCertificate() {
        keepsTheOld(() -> node.delete("/etc/pki/certs/node.p12"), "missing");
    }

    @Test
    void aBrokenAnchorKeepsTheOldCertificate() {
        keepsTheOld(() -> node.write("/etc/pki/certs/ca.pem", ""), "ca.pem");
    }

    @Test
    void aFailureThatNobodyForesawIsToldToo() {
        node.write("/var/lib/ipsec/nss-import.managed.new/is/a-folder", "");

        fails("status 1");
    }

    @Test
    void aNicknameThatTheListingOfTheDatabaseCannotShowKeepsTheOldCertificate() {
        keepsTheOld(() -> {
            node.bundle("node.p12", pki.bundle(stranger, "blank "));
            node.write("/etc/pki/certs/ipsec-import.list", "worker-0\tnode.p12\tblank \t-\n");
        }, "does not bring one certificate");
    }

    @Test
    void anAnchorThatOnlyABundleBringsKeepsTheOldCertificate() {
        var withRoot = new Pki.Identity(second.certificate(), second.key(), second.subject(),
                List.of(otherRoot.certificate()));
        keepsTheOld(() -> node.bundle("node.p12", pki.bundle(withRoot, "left_server")), "which no ca*.pem names");
    }

    @Test
    void oneBundleUnderTwoNicknamesKeepsTheOldCertificate() {
        keepsTheOld(() -> node.list(LIST_ENTRY, "worker-0 node.p12 east -"), "nickname east");
    }

    @Test
    void twoBundlesUnderOneNicknameKeepTheOldCertificate() {
        keepsTheOld(() -> {
            node.bundle("second.p12", pki.bundle(stranger, "left_server"));
            node.list(LIST_ENTRY, "worker-0 second.p12 left_server -");
        }, "two bundles");
    }

    @Test
    void twoBundlesOfOneSubjectKeepTheOldCertificate() {
        keepsTheOld(() -> {
            node.bundle("second.p12", pki.bundle(second, "east"));
            node.list(LIST_ENTRY, "worker-0 second.p12 east -");
        }, "does not bring one certificate");
    }

    @Test
    void aNicknameOfTheClusterKeepsTheOldCertificate() {
        keepsTheOld(() -> {
            node.bundle("second.p12", pki.bundle(stranger, "ovs_certkey_1"));
            node.list(LIST_ENTRY, "worker-0 second.p12 ovs_certkey_1 -");
        }, "cluster's own");
    }

    @Test
    void aMalformedLineKeepsTheOldCertificate() {
        keepsTheOld(() -> node.list(LIST_ENTRY, "worker-0 node.p12 left_server"), "line 3");
    }

    @Test
    void anIntermediateOfTheBundleComesAndGoesWithIt() {
        var issuing = pki.intermediate(root, "/O=Acme/CN=Issuing");
        var issued = pki.leaf(issuing, "/O=Acme/CN=issued.example.com");
        node.bundle("node.p12", pki.bundle(issued, "left_server"));
        succeeds();
        assertTrue(node.holdsOnly("Issuing - Acme", issuing));
        assertTrue(succeeds().contains("unchanged"));
        node.bundle("node.p12", pki.bundle(first, "left_server"));

        succeeds();

        assertEquals(Set.of("CA", "left_server"), node.nicknames());
    }

    @Test
    void anIntermediateOfSomebodyElseServesAndStays() {
        var issuing = pki.intermediate(root, "/O=Acme/CN=Issuing");
        var issued = pki.leaf(issuing, "/O=Acme/CN=issued.example.com");
        Tools.must("certutil", "-A", "-n", "by-hand", "-t", ",,", "-d", node.database(),
                "-i", issuing.certificate().toString());
        node.bundle("node.p12", pki.bundle(issued, "left_server"));

        succeeds();
        assertTrue(succeeds().contains("unchanged"));
        node.list();
        succeeds();

        assertEquals(Set.of("by-hand"), node.nicknames());
    }

    @Test
    void aRunKilledBetweenRemovalAndImportIsMendedByTheNext() {
        succeeds();
        node.bundle("node.p12", pki.bundle(second, "left_server"));
        node.tool("pk12util", """
                #!/bin/sh
                case "$*" in
                    *sql:/var/lib/ipsec/nss*) kill -9 "$(cat /run/import.pid)" ;;
                    *) exec /usr/bin/pk12util "$@" ;;
                esac
                """);
        var killed = node.enter("bash", "-c", "echo $$ >/run/import.pid; exec /usr/local/bin/ipsec-addcert.sh");
        assertFalse(killed.succeeded());
        assertFalse(node.holdsOnly("left_server", first));
        node.removeTool("pk12util");

        succeeds();

        assertTrue(node.holds("left_server", second));
        assertEquals(1, node.keys());
        assertFalse(node.exists("/run/ipsec-import/scratch"));
    }

    @Test
    void runsAtTheSameTimeTakeTurns() throws Exception {
        var runs = new ArrayList<CompletableFuture<Tools.Result>>();
        for (var i = 0; i < 3; i++) {
            runs.add(CompletableFuture.supplyAsync(node::run));
        }
        for (var run : runs) {
            assertEquals(0, run.get().exitCode(), run.get().output());
        }

        assertTrue(node.holds("left_server", first));
        assertEquals(1, node.keys());
    }

    @Test
    void aPasswordComesFromItsFileAndNeverFromAnArgument() {
        node.bundle("node.p12", pki.bundle(first, "left_server", "correct horse"));
        node.write("/etc/ipsec-passwords/worker-0", "correct horse\nsecond line\n");
        node.list("worker-0 node.p12 left_server /etc/ipsec-passwords/worker-0");
        node.tool("pk12util", "#!/bin/sh\necho \"$*\" >>/run/calls\nexec /usr/bin/pk12util \"$@\"\n");

        var output = succeeds();

        assertTrue(node.holds("left_server", first));
        assertFalse(output.contains("horse"), output);
        assertTrue(node.calls().contains("-w /etc/ipsec-passwords/worker-0"), node.calls());
        assertFalse(node.calls().contains("horse"), node.calls());
    }

    @Test
    void aMissingPasswordFileKeepsTheOldCertificate() {
        keepsTheOld(() -> node.list("worker-0 node.p12 left_server /etc/ipsec-passwords/worker-0"),
                "password file is missing");
    }

    @Test
    void beforeLibreswanIsInstalledTheRunSucceedsAndSaysSo() {
        node.hide("certutil", "pk12util", "ipsec");
        node.removeTool("ipsec");

        var output = succeeds();

        assertTrue(output.contains("not installed yet"), output);
        assertFalse(node.exists("/var/lib/ipsec/nss/cert9.db"));
    }

    @Test
    void libreswanWithoutItsToolsIsAFailure() {
        node.hide("pk12util");

        fails("pk12util is missing");
    }

    private String succeeds() {
        var result = node.run();
        assertEquals(0, result.exitCode(), result.output());
        return result.output();
    }

    private void fails(String reason) {
        var result = node.run();
        assertNotEquals(0, result.exitCode(), result.output());
        assertTrue(result.output().contains("FAILED") && result.output().contains(reason), result.output());
    }

    private void keepsTheOld(Runnable mistake, String reason) {
        succeeds();
        var before = node.files("var/lib/ipsec");
        mistake.run();

        fails(reason);

        assertEquals(before, node.files("var/lib/ipsec"));
    }

    private void importByHand(Pki.Identity identity, String nickname) {
        Tools.must("pk12util", "-W", "", "-i", pki.bundle(identity, nickname).toString(), "-d", node.database());
    }

    /** The three commands of the published script. */
    private void publishedProcedure(Pki.Identity identity) {
        Tools.must("certutil", "-A", "-n", "CA", "-t", "CT,C,C", "-d", node.database(),
                "-i", root.certificate().toString());
        importByHand(identity, "left_server");
        Tools.must("certutil", "-M", "-n", "left_server", "-t", "u,u,u", "-d", node.database());
    }
}
