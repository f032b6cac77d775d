package io.github.ipsecmaven.policy.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.proof.ProofStore;
import io.github.ipsecmaven.testkit.AgeKeys;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.GitRepository;
import io.github.ipsecmaven.testkit.LabKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Git tracks of the files that a spec names, IPSEC-S010. */
class KeysUntrackedTest {

    private static final String SPEC = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: east}
            cluster: {openshift: "4.20.11", platform: BareMetal}
            mode: External
            ca: certs/ca.pem
            nodeDefaults:
              domain: prod.example.com
              bundle: certs/{node}.p12
            nodes:
              worker-0: {}
              worker-1: {}
              guarded:
                bundle: certs/guarded.p12
                password: {file: certs/password.txt, nodeFile: /etc/ipsec-passwords/guarded}
            remotes:
              nas: {address: nas.example.com, subnet: 192.0.2.20/32, type: transport, failClosed: false}
            encryption: {sops: {age: [%s]}}
            """.formatted(AgeKeys.make().recipient());

    private static final String BUNDLES = "9:11 Git tracks 'certs/worker-0.p12' and 1 more in clear";
    private static final String BUNDLE = "9:11 Git tracks 'certs/worker-0.p12' in clear";
    private static final String PASSWORD = "15:22 Git tracks 'certs/password.txt' in clear";

    @TempDir
    private Path temp;

    private Path folder;
    private ConfigRepository repository;
    private GitRepository git;

    @BeforeEach
    void start() throws Exception {
        folder = Files.createDirectory(temp.resolve("repository"));
        repository = ConfigRepository.with(folder, SPEC);
        Files.writeString(folder.resolve("certs/password.txt"), LabKeys.PASSWORD + "\n");
        git = GitRepository.init(folder);
        Files.delete(folder.resolve(".git/info/attributes"));
    }

    @Test
    void whatIsStagedIsFoundUntilItIsTakenOut() throws Exception {
        assertEquals(List.of(), found(repository.fleet().validate()));
        git.git("add", "certs/worker-0.p12", "certs/guarded.p12", "certs/ca.pem");
        assertEquals(List.of(BUNDLE), found(repository.fleet().validate()));
        git.git("add", "certs");
        assertEquals(List.of(BUNDLES, PASSWORD), found(repository.fleet().validate()));
        git.git("rm", "--quiet", "-r", "--cached", "certs");
        assertEquals(List.of(), found(repository.fleet().validate()));
    }

    @Test
    void whatAFilterEncryptsIsNotInClearAndWhatLfsStoresIs() throws Exception {
        git.write(".gitattributes", "worker-0.p12 filter=git-crypt\nworker-1.p12 filter=lfs\n");
        git.git("-c", "filter.lfs.clean=cat", "-c", "filter.lfs.process=", "add", "certs/worker-0.p12", "certs/worker-1.p12");
        assertEquals(List.of("9:11 Git tracks 'certs/worker-1.p12' in clear"), found(repository.fleet().validate()));
    }

    @Test
    void aLinkThatLeadsOutOfTheRepositoryIsNoKey() throws Exception {
        Path bundle = folder.resolve("certs/worker-0.p12");
        Files.createSymbolicLink(bundle, Files.move(bundle, temp.resolve("worker-0.p12")));
        git.git("add", "certs/worker-0.p12");
        assertEquals(List.of(), found(repository.fleet().validate()));
    }

    @Test
    void whatWasProvedBeforeHidesNothing() throws Exception {
        assertEquals(List.of(), found(generate()));
        assertEquals(List.of(), found(generate()));
        git.git("add", "certs/worker-0.p12");
        assertEquals(List.of(BUNDLE), found(generate()));
        git.git("rm", "--quiet", "--cached", "certs/worker-0.p12");
        assertEquals(List.of(), found(generate()));
    }

    private Fleet.Compiled generate() throws Exception {
        return repository.fleet().remembering(new ProofStore(temp.resolve("proofs"), "test")).generate().compiled();
    }

    private static List<String> found(Fleet.Compiled run) {
        return run.diagnostics().all().stream().filter(finding -> finding.rule().equals("IPSEC-S010"))
                .map(KeysUntrackedTest::shown).toList();
    }

    private static String shown(Diagnostic finding) {
        return finding.position().line() + ":" + finding.position().column() + " " + finding.message();
    }
}
