package io.github.ipsecmaven.policy.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.forge.BundleWriter;
import io.github.ipsecmaven.testkit.CraftedCertificate;
import io.github.ipsecmaven.testkit.CraftedCluster;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the node finds a password: each rule broken alone, and its near miss. */
class PasswordFileRulesTest {

    private static final String AT_PASSWORD = " at 11:5";
    private static final String AT_NODE_FILE = " at 11:41";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "/etc/pki/certs/worker-0.password,       IPSEC-S002",
        "/etc/ipsec-passwords/../pki/certs/x,    IPSEC-S002",
        "/etc/pki/certificates/worker-0,         ''",
        "/run/ipsec-passwords/worker-0,          IPSEC-S003",
        "/etc/../tmp/worker-0,                   IPSEC-S003",
        "/dev/worker-0,                          IPSEC-S003",
        "/proc/worker-0,                         IPSEC-S003",
        "/sys/worker-0,                          IPSEC-S003",
        "/runtime/worker-0,                      ''",
        "/system/worker-0,                       ''",
        "/etc/ipsec-passwords/worker-0,          ''"})
    void aPasswordFileLiesWhereItStays(String file, String rule) throws Exception {
        CraftedCluster cluster = withPassword("worker-0.p12", "env: WORKER_0, nodeFile: " + file);
        assertEquals(rule.isEmpty() ? List.of() : List.of(rule + AT_NODE_FILE), cluster.findings());
    }

    @Test
    void aPasswordThatTheNodeIsNotToldIsRefused() throws Exception {
        assertEquals(List.of("IPSEC-S001" + AT_PASSWORD), withPassword("worker-0.p12", "env: WORKER_0").findings());
    }

    @Test
    void aPasswordThatTheBuildIsToldTwiceIsRefused() throws Exception {
        assertEquals(List.of("IPSEC-S001 at 11:37"), withPassword("worker-0.p12",
                "env: WORKER_0, file: password, nodeFile: /etc/ipsec-passwords/one").findings());
    }

    @Test
    void twoPasswordsInOneFileAreRefused() throws Exception {
        CraftedCluster cluster = withPool("env: ALL, nodeFile: /etc/ipsec-passwords/one");
        assertEquals(List.of("IPSEC-S005" + AT_PASSWORD), cluster.findings());
    }

    @Test
    void onePasswordInOneFileIsFine() throws Exception {
        assertEquals(List.of(), withPool("env: WORKER_0, nodeFile: /etc/ipsec-passwords/one").findings());
    }

    @Test
    void twoPasswordsInTwoFilesAreFine() throws Exception {
        assertEquals(List.of(), withPool("env: ALL, nodeFile: /etc/ipsec-passwords/all").findings());
    }

    private CraftedCluster withPool(String password) throws Exception {
        CraftedCluster cluster = withPassword("worker-0.p12", "env: WORKER_0, nodeFile: /etc/ipsec-passwords/one");
        CraftedCertificate shared = CraftedCertificate.end("CN=all").signedBy(cluster.root());
        return write(cluster, "all.p12", "all", shared)
                .append("pools: {worker: {bundle: certs/all.p12, password: {" + password + "}}}\n");
    }

    private CraftedCluster withPassword(String file, String password) throws Exception {
        CraftedCluster cluster = new CraftedCluster(folder);
        cluster.repository().environment(Map.of("WORKER_0", "secret", "ALL", "secret"));
        return write(cluster, file, "worker-0", cluster.node().signedBy(cluster.root()))
                .replace("certs/worker-0.p12\n", "certs/worker-0.p12\n    password: {" + password + "}\n");
    }

    private static CraftedCluster write(
            CraftedCluster cluster, String file, String nickname, CraftedCertificate own) throws Exception {
        return cluster.file(file, BundleWriter.write(nickname, own.keys().getPrivate(), own.certificate(),
                "secret".toCharArray(), new SecureRandom()));
    }
}
