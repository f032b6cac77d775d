package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.fleet.Fleet.Planned;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.previous.GitException;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.GitRepository;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a change through a repository with a branch: edit, verify, generate, plan. */
class PullRequestTest {

    private static final String SPEC = """
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
            """;

    private static final String EDITED = SPEC.replace("worker-1: {}", "worker-1: {}\n  worker-2: {}");

    private static final List<String> ADDED_NODE = List.of(
            "ADDED NodeNetworkConfigurationPolicy ipsec-worker-2-nas", "CHANGED MachineConfig 99-worker-ipsec-certs");

    @TempDir
    private static Path generated;

    @TempDir
    private Path temp;

    private GitRepository origin;
    private GitRepository git;
    private ConfigRepository config;

    @BeforeAll
    static void generate() throws Exception {
        generate(ConfigRepository.with(generated, SPEC));
    }

    /** A clone of a repository with one generated tree, on a branch of its own. */
    @BeforeEach
    void branch() throws Exception {
        Path folder = temp.resolve("origin");
        Tree.replace(folder, generated);
        origin = GitRepository.init(folder).commit();
        git = origin.cloneTo(temp.resolve("clone"));
        git.git("checkout", "--quiet", "-b", "topic");
        config = ConfigRepository.at(git.folder());
    }

    @Test
    void whatIsEditedIsVerifiedGeneratedAndPlanned() throws Exception {
        assertTrue(isUpToDate());
        config.spec(EDITED);
        git.commit();
        assertFalse(isUpToDate());
        generate(config);
        assertTrue(isUpToDate());
        assertTrue(uncommitted() > 0);
        git.commit();
        assertEquals(0, uncommitted());
        assertEquals(ADDED_NODE, subjects(plan("origin/main")));
        assertEquals(List.of(), plan("origin/main").notes());
        assertEquals(List.of(), subjects(plan("HEAD")));
    }

    @Test
    void whatMainDidMeanwhileIsNotPartOfIt() throws Exception {
        config.spec(EDITED);
        generate(config);
        git.commit();
        generate(ConfigRepository.at(origin.folder()).spec(SPEC.replace("192.0.2.20", "192.0.2.99")));
        origin.commit();
        git.git("fetch", "--quiet");
        assertEquals(ADDED_NODE, subjects(plan("origin/main...")));
        Planned againstTheTip = plan("origin/main");
        assertTrue(subjects(againstTheTip).contains("CHANGED NodeNetworkConfigurationPolicy ipsec-worker-0-nas"));
        assertEquals(List.of("origin/main has 1 commit that HEAD does not have, and what they changed looks undone; "
                + "origin/main... compares with where HEAD left it"), againstTheTip.notes());
    }

    /** As a forge checks out a pull request: the commit that merging would make, whose first parent is the target. */
    @Test
    void aMergeCommitIsComparedWithItsTarget() throws Exception {
        config.spec(EDITED);
        generate(config);
        git.commit();
        origin.write("README.md", "main went on").commit();
        git.git("fetch", "--quiet");
        git.git("merge", "--quiet", "--no-edit", "origin/main");
        assertEquals(ADDED_NODE, subjects(plan("origin/main...")));
    }

    @Test
    void aRenamedOutputDirectoryChangesNothing() throws Exception {
        git.git("mv", "manifests", "out");
        Fleet moved = new Fleet(new Run(git.folder(), git.folder().resolve("out"), Map.of(), LabKeys.NOW),
                List.of(git.folder().resolve("ipsec.yaml")));
        assertTrue(moved.verify().drift().orElseThrow().isNone());
        Planned planned = moved.plan(Optional.of("origin/main"));
        assertEquals(List.of(), subjects(planned));
        assertEquals(List.of("the output directory was manifests in " + planned.against()), planned.notes());
    }

    @Test
    void aRenamedClusterIsTheSameCluster() throws Exception {
        git.git("rm", "-r", "--quiet", "manifests");
        config.spec(SPEC.replace("name: east", "name: west"));
        generate(config);
        Planned planned = plan("origin/main");
        assertEquals(List.of(), subjects(planned));
        assertEquals(List.of("cluster west has the connections that cluster east had, which no spec describes any more: "
                + "it is taken for the same under a new name"), planned.notes());
    }

    @Test
    void aClusterThatIsGoneIsSaid() throws Exception {
        git.git("rm", "-r", "--quiet", "manifests");
        config.spec(SPEC.replace("name: east", "name: west").replace("nas:", "backup:"));
        assertEquals(List.of("no spec describes cluster east any more: what was applied to it stays there, tunnels and keys too"),
                plan("origin/main").notes());
    }

    @Test
    void withoutATreeInTheBaseEverythingIsNew() throws Exception {
        git.git("checkout", "--quiet", "--orphan", "empty");
        git.git("rm", "-r", "--quiet", "--cached", ".");
        git.git("commit", "--quiet", "--allow-empty", "--message", "empty");
        Planned planned = plan("empty");
        assertTrue(subjects(planned).contains("ADDED MachineConfig 99-worker-ipsec-certs"), subjects(planned).toString());
        assertEquals(List.of("there is no tree in manifests of " + planned.against() + ": everything is new"), planned.notes());
    }

    @Test
    void aShallowCloneSaysWhatToFetch() throws Exception {
        git.git("push", "--quiet", "origin", "topic");
        GitRepository shallow = origin.cloneTo(temp.resolve("shallow"), "--depth=1", "--branch=topic");
        Fleet fleet = ConfigRepository.at(shallow.folder()).fleet();
        assertTrue(fleet.verify().drift().orElseThrow().isNone());
        assertEquals("git knows no revision 'origin/main': run `git fetch --depth=1 origin main:refs/remotes/origin/main` "
                        + "(GitHub Actions: fetch-depth: 0, GitLab: GIT_DEPTH: 0)",
                assertThrows(GitException.class, () -> fleet.plan(Optional.of("origin/main..."))).getMessage());
        shallow.git("fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main");
        assertEquals(List.of(), subjects(fleet.plan(Optional.of("origin/main"))));
    }

    @Test
    void aDamagedBaseIsSaidInOneLine() throws Exception {
        Path inventory = config.output().resolve("clusters/east/inventory.yaml");
        String sound = Files.readString(inventory);
        Files.writeString(inventory, sound.replace("cluster: east\n", "<<<<<<< HEAD\ncluster: east\n=======\n>>>>>>> topic\n"));
        git.commit().git("tag", "broken");
        Files.writeString(inventory, sound);
        git.commit();
        assertTrue(assertThrows(IOException.class, () -> plan("broken")).getMessage()
                .endsWith(" cannot be used: it holds the conflict marks of a merge"));
    }

    private boolean isUpToDate() throws Exception {
        return config.fleet().verify().drift().orElseThrow().isNone();
    }

    private long uncommitted() throws Exception {
        return config.fleet().verify().drift().orElseThrow().uncommitted();
    }

    private Planned plan(String base) throws Exception {
        return config.fleet().plan(Optional.of(base));
    }

    private static List<String> subjects(Planned planned) {
        return planned.plans().stream().flatMap(plan -> plan.effects().stream()).map(Effect::subject)
                .map(subject -> subject.change() + " " + subject.kind() + " " + subject.name()).distinct().sorted().toList();
    }

    private static void generate(ConfigRepository repository) throws Exception {
        assertTrue(repository.fleet().generate().changes().isPresent());
    }
}
