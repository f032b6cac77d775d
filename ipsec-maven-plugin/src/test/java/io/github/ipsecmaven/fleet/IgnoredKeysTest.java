package io.github.ipsecmaven.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ipsecmaven.testkit.AgeKeys;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.GitRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The block in the user's .gitignore. */
class IgnoredKeysTest {

    private static final String SPEC = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: east}
            cluster: {openshift: "4.20.11", platform: BareMetal}
            mode: External
            ca: certs/ca.pem
            nodeDefaults:
              domain: prod.example.com
              bundle: "%s/{node}.p12"
            nodes:
              worker-0: {}
              worker-1: {}
            remotes:
              nas: {address: nas.example.com, subnet: 192.0.2.20/32, type: transport, failClosed: false}
            encryption: {sops: {age: [%s]}}
            """;

    private static final String READER = AgeKeys.make().recipient();
    private static final String BLOCK = IgnoredKeys.BEGIN + "\n/certs/*.p12\n" + IgnoredKeys.END + "\n";

    @TempDir
    private Path folder;

    private ConfigRepository repository;

    @BeforeEach
    void start() throws Exception {
        repository = ConfigRepository.with(folder, SPEC.formatted("certs", READER));
    }

    @Test
    void keepsBundlesOutOfTheNextCommitAndIsWrittenOnce() throws Exception {
        GitRepository git = GitRepository.init(folder);
        assertEquals(List.of("/certs/*.p12"), ignored());
        assertEquals(BLOCK, gitignore());
        git.commit();
        assertEquals("certs/ca.pem", git.git("ls-files", "certs/ca.pem", "certs/worker-0.p12", "certs/worker-1.p12"));
        assertEquals(List.of(), ignored());
        assertEquals(BLOCK, gitignore());
    }

    @Test
    void leavesWhatTheUserWroteAndAddsToItsOwnBlock() throws Exception {
        GitRepository git = GitRepository.init(folder).write(".gitignore", "target/");
        ignored();
        git.write(".gitignore", gitignore() + "*.log\n");
        Files.move(folder.resolve("certs/worker-0.p12"),
                Files.createDirectory(folder.resolve("keys [old]")).resolve("worker-0.p12"));
        Files.move(folder.resolve("certs/worker-1.p12"), folder.resolve("keys [old]/worker-1.p12"));
        git.write("ipsec.yaml", SPEC.formatted("keys [old]", READER));
        assertEquals(List.of("/keys \\[old]/*.p12"), ignored());
        assertEquals("target/\n" + BLOCK.replace(IgnoredKeys.END, "/keys \\[old]/*.p12\n" + IgnoredKeys.END) + "*.log\n",
                gitignore());
        assertEquals(List.of(), ignored());
    }

    @Test
    void writesNothingWhereTheUserIgnoresThemHimselfOrWantsThem() throws Exception {
        GitRepository git = GitRepository.init(folder).write(".gitignore", "*.p12\r\n");
        assertEquals(List.of(), ignored());
        assertEquals("*.p12\r\n", gitignore());
        git.write(".gitignore", BLOCK + "!*.p12\n");
        assertEquals(List.of(), ignored());
        assertEquals(BLOCK + "!*.p12\n", gitignore());
    }

    @Test
    void leavesTheFileReadableToThoseWhoCouldReadIt() throws Exception {
        GitRepository.init(folder).write(".gitignore", "target/\n");
        Path file = folder.resolve(".gitignore");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        assertEquals(List.of("/certs/*.p12"), ignored());
        assertEquals("rw-rw-r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void keepsTheLineEndsOfTheFile() throws Exception {
        GitRepository.init(folder).write(".gitignore", "target/\r\n");
        ignored();
        assertEquals("target/\r\n" + BLOCK.replace("\n", "\r\n"), gitignore());
    }

    @Test
    void writesNothingOutsideOfGitOrWithoutBeingAsked() throws Exception {
        assertEquals(List.of(), ignored());
        GitRepository.init(folder);
        repository.fleet().generate();
        assertFalse(Files.exists(folder.resolve(".gitignore")));
    }

    private List<String> ignored() throws Exception {
        return repository.fleet().ignoringKeys().generate().ignored();
    }

    private String gitignore() throws Exception {
        return Files.readString(folder.resolve(".gitignore"));
    }
}
