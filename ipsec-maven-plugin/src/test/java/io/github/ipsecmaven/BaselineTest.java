package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guards compare with, in and outside of a Git work tree. */
class BaselineTest {

    private static final String TWO_NODES = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata:
              name: east
            cluster:
              openshift: "4.19.22"
              platform: BareMetal
            mode: External
            ca: certs/ca.pem
            nodeDefaults:
              domain: prod.example.com
              bundle: certs/{node}.p12
            nodes:
              worker-0: {}
              worker-1: {}
            remotes:
              nas:
                address: nas.example.com
                subnet: 192.0.2.20/32
                type: transport
                failClosed: false
            """;

    private static final String ONE_NODE = TWO_NODES.replace("  worker-1: {}\n", "");
    private static final String TOMBSTONE = TWO_NODES.replace("worker-1: {}", "worker-1: {state: absent}");
    private static final List<String> GUARD = List.of("IPSEC-G001");

    @TempDir
    private Path folder;

    private ConfigRepository repository;
    private GitRepository git;

    @BeforeEach
    void start() throws IOException {
        repository = ConfigRepository.with(folder, TWO_NODES);
    }

    @Test
    void withoutGitTheTreeOnDiskCounts() throws Exception {
        assertEquals(List.of(), generate(TWO_NODES));
        assertEquals(GUARD, generate(ONE_NODE));
    }

    @Test
    void whatWasNeverCommittedNeedsNoTombstone() throws Exception {
        init();
        assertEquals(List.of(), generate(TWO_NODES));
        assertEquals(List.of(), generate(ONE_NODE));
    }

    @Test
    void whatWasCommittedNeedsOneUntilItIsCommittedToo() throws Exception {
        init();
        assertEquals(List.of(), generate(TWO_NODES));
        commit();
        assertEquals(GUARD, generate(ONE_NODE));
        assertEquals(List.of(), generate(TOMBSTONE));
        assertEquals(GUARD, generate(ONE_NODE), "the tombstone is on disk only");
        commit();
        assertEquals(List.of(), generate(ONE_NODE));
    }

    @Test
    void aNodeAddedSinceTheCommitMayGoAgain() throws Exception {
        init();
        assertEquals(List.of(), generate(ONE_NODE));
        commit();
        assertEquals(List.of(), generate(TWO_NODES));
        assertEquals(List.of(), generate(ONE_NODE));
    }

    @Test
    void theCommitCountsWhereTheTreeOnDiskIsGone() throws Exception {
        init();
        assertEquals(List.of(), generate(TWO_NODES));
        commit();
        Files.delete(inventory());
        assertEquals(GUARD, errors(repository.spec(ONE_NODE).fleet().validate()));
    }

    @Test
    void theTreeOnDiskCountsWhereGitIgnoresIt() throws Exception {
        init();
        Files.writeString(folder.resolve(".gitignore"), "/manifests/\n");
        commit();
        assertEquals(List.of(), generate(TWO_NODES));
        assertEquals(GUARD, generate(ONE_NODE));
    }

    @Test
    void aWorkTreeThatGitDoesNotReadIsToldOf() throws Exception {
        Files.writeString(folder.resolve(".git"), "gitdir: /does/not/exist\n");
        List<Diagnostic> found = repository.fleet().generate().compiled().diagnostics().all();
        assertEquals(List.of("what is committed is not known: git does not read " + folder
                + ": fatal: not a git repository: /does/not/exist"), found.stream().map(Diagnostic::message).toList());
        assertEquals(GUARD, generate(ONE_NODE), "the tree on disk counts");
    }

    @Test
    void aTombstoneThatNoMergeEverBroughtCountsForNothing() throws Exception {
        init();
        generate(TWO_NODES);
        commit();
        generate(TOMBSTONE);
        commit();
        generate(ONE_NODE);
        commit();
        assertEquals(List.of(), errors(repository.fleet().validate()));
        assertEquals(List.of(), errors(repository.fleet().validate(Optional.of("HEAD~1")).compiled()));
        assertEquals(GUARD, errors(repository.fleet().validate(Optional.of("HEAD~2")).compiled()));
    }

    @Test
    void aFolderOfTheWorkTreeHasItsOwnPath() throws Exception {
        Path config = folder.resolve("clusters of the team/east");
        ConfigRepository below = ConfigRepository.with(config, TWO_NODES);
        init();
        assertEquals(List.of(), errors(below.fleet().generate().compiled()));
        commit();
        assertEquals(GUARD, errors(below.spec(ONE_NODE).fleet().generate().compiled()));
    }

    @Test
    void aDamagedInventoryIsOneFinding() throws Exception {
        generate(TWO_NODES);
        String sound = Files.readString(inventory());
        for (String damaged : List.of("", "<<<<<<< HEAD\n" + sound, sound.replace("kind: Inventory", "kind: Invention"),
                sound.replace("state: present", "state: 1"), sound.replace("connections:", "connection:"),
                "- a\n- list\n", "a: *b\n", sound.replace("bundles:", "bundle:"),
                sound.replace("mode: External", "mode: [External]"),
                sound.replaceAll("(?m)^files:\n", "files: no\nrest:\n"), "!!java.net.URL [x]\n")) {
            Files.writeString(inventory(), damaged);
            Map<String, String> tree = repository.tree();
            assertEquals(List.of("IPSEC-G008"), generate(ONE_NODE), damaged);
            assertEquals(tree, repository.tree());
        }
    }

    private List<String> generate(String spec) throws Exception {
        return errors(repository.spec(spec).fleet().generate().compiled());
    }

    private static List<String> errors(Fleet.Compiled compiled) {
        return compiled.diagnostics().all().stream()
                .filter(found -> found.severity() == Severity.ERROR).map(Diagnostic::rule).toList();
    }

    private void init() {
        git = GitRepository.init(folder);
    }

    private void commit() {
        git.commit();
    }

    private Path inventory() {
        return repository.output().resolve("clusters/east/inventory.yaml");
    }
}
