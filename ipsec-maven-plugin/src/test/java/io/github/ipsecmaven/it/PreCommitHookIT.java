package io.github.ipsecmaven.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.testkit.GitRepository;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.RealTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hook of the samples, Maven and git: what is up to date is committed, and what is not is told and stays out. */
class PreCommitHookIT {

    private static final Path HOOK = Path.of("..", "samples", "pipelines", "pre-commit");

    @TempDir
    private Path temp;

    @Test
    void onlyWhatIsUpToDateIsCommitted() throws Exception {
        Path folder = ItRepository.in(temp.resolve("config"));
        new Fleet(new Run(folder, folder.resolve("manifests"), Map.of(), LabKeys.NOW), List.of(folder.resolve("ipsec.yaml")))
                .generate();
        GitRepository git = GitRepository.init(folder);
        install(git, RealMaven.in(folder).script(temp.resolve("maven"), ItRepository.NOW));

        git.commit();
        assertEquals("1", git.git("rev-list", "--count", "HEAD"));

        Path policy = folder.resolve("manifests/clusters/lab/20-connections/ipsec-worker-0-nas.yaml");
        Files.writeString(policy, Files.readString(policy).replace("192.0.2.20/32", "192.0.2.21/32"));
        RealTool.Result refused = git.run("commit", "--all", "--message", "by hand");
        String said = refused.out() + refused.err();
        assertEquals(1, refused.exit(), said);
        assertTrue(said.contains("""
                [ERROR] error[IPSEC-D010]: the tree of cluster 'lab' is not what the spec compiles to: 1 file differs
                 --> ipsec.yaml:4:9
                """), said);
        assertTrue(said.contains("""
                [ERROR] what lies there -> what the specs compile to:
                manifests/clusters/lab/20-connections/ipsec-worker-0-nas.yaml (NodeNetworkConfigurationPolicy ipsec-worker-0-nas)
                    spec.desiredState.interfaces[nas].libreswan.rightsubnet: 192.0.2.21/32 -> 192.0.2.20/32
                """), said);
        assertTrue(said.contains("manifests is not what the specs compile to: 1 file differs; "
                + "run mvn ipsec:generate, and commit what it writes"), said);
        assertEquals("1", git.git("rev-list", "--count", "HEAD"));
    }

    private static void install(GitRepository git, Path maven) throws Exception {
        Path hook = git.folder().resolve(".git/hooks/pre-commit");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, Files.readString(HOOK).replace("${MVN:-mvn}", maven.toString()));
        assertTrue(hook.toFile().setExecutable(true));
    }
}
