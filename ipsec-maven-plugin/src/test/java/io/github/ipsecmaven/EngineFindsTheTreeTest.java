package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.GitRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The path that an engine is given, and the one by which Git keeps the trees. */
class EngineFindsTheTreeTest {

    private static final String BY_DEFAULT = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: east}
            cluster: {openshift: "4.19.22", platform: BareMetal, mtu: {host: 1500, cluster: 1354}}
            mode: Full
            delivery:
              argocd: {repoURL: https://git.example.com/net/ipsec.git}
              flux: {sourceRef: flux-system}
            """;
    private static final String WRITTEN = BY_DEFAULT
            .replace("ipsec.git}", "ipsec.git, path: team/manifests/}")
            .replace("flux-system}", "flux-system, path: ./team/manifests}");

    @TempDir
    private Path top;

    private ConfigRepository repository;

    @BeforeEach
    void start() throws Exception {
        repository = ConfigRepository.with(top.resolve("team"), BY_DEFAULT);
    }

    @Test
    void isToldWhereItHasToLook() throws Exception {
        GitRepository.init(top);
        assertEquals(List.of(
                "Argo CD looks for the trees in 'manifests', and they lie in 'team/manifests' of their repository",
                "Flux looks for the trees in 'manifests', and they lie in 'team/manifests' of their repository"),
                findings(BY_DEFAULT));
        assertEquals(List.of(), findings(WRITTEN));
    }

    @Test
    void isNotAskedWhereGitKeepsNoTree() throws Exception {
        assertEquals(List.of(), findings(BY_DEFAULT));
        GitRepository.init(top);
        Files.writeString(top.resolve(".gitignore"), "manifests/\n");
        assertEquals(List.of(), findings(BY_DEFAULT));
    }

    private List<String> findings(String spec) throws Exception {
        return repository.spec(spec).fleet().validate().diagnostics().all().stream().map(Diagnostic::message).toList();
    }
}
