package io.github.ipsecmaven.spec.schema;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.SourceText;
import io.github.ipsecmaven.spec.yaml.YamlReader;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand where an engine is told of repositories, revisions and clusters. {@code ~} is a blank at an end. */
class GitTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "argocd.repoURL=https://git.example.com/net/ipsec.git",
        "argocd.repoURL=https://org@dev.azure.com/org/My%20Project/_git/ipsec",
        "argocd.repoURL=https://[2001:db8::1]:8443/net/ipsec.git",
        "argocd.repoURL=ssh://git@git.example.com:2222/net/ipsec.git",
        "argocd.repoURL=git@git.example.com:net/ipsec.git",
        "argocd.repoURL=git@git.example.com:My Project/ipsec.git",
        "argocd.revision=HEAD",
        "argocd.revision=feature/x",
        "argocd.revision=v1.2.3",
        "argocd.revision=refs/pull/1/head",
        "argocd.revision=0123456789abcdef0123456789abcdef01234567",
        "argocd.revision=>=1.2.0 <2.0.0",
        "argocd.revision=1.x.x || >=2.5.0 || 5.0.0 - 7.2.3",
        "argocd.revision=*-0",
        "argocd.cluster=in-cluster",
        "argocd.cluster=production east",
        "argocd.cluster=https://api.east.example.com:6443",
        "flux.repoURL=https://git.example.com/net/ipsec.git",
        "flux.repoURL=ssh://git@git.example.com:22/net/ipsec.git",
        "flux.branch=main",
        "flux.branch=release-4.20",
        "flux.branch=feature/a.b_c@d"})
    void takesWhatTheEngineTakes(String text) {
        assertTrue(accepted(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "argocd.repoURL=https://git.example.com/net/ipsec.git~",
        "argocd.repoURL=~https://git.example.com/net/ipsec.git",
        "argocd.repoURL=https://git.example.com/My Project/ipsec.git",
        "argocd.repoURL=ssh://git@git.example.com:net/ipsec.git",
        "argocd.repoURL=git@git.example.com:net/ipsec.git~",
        "argocd.repoURL=git @git.example.com:net/ipsec.git",
        "argocd.repoURL=git.example.com/net/ipsec.git",
        "argocd.repoURL=",
        "argocd.revision=main~",
        "argocd.revision=~main",
        "argocd.revision=my branch",
        "argocd.revision=>=1.2.0~",
        "argocd.cluster=east~",
        "argocd.cluster=https://api.east.example.com :6443",
        "argocd.cluster=~",
        "flux.repoURL=https://git.example.com/net/ipsec.git~",
        "flux.repoURL=https://git.example.com/My Project/ipsec.git",
        "flux.repoURL=ssh://git@git.example.com:net/ipsec.git",
        "flux.repoURL=git@git.example.com:net/ipsec.git",
        "flux.repoURL=https://",
        "flux.branch=main~",
        "flux.branch=my branch",
        "flux.branch=HEAD",
        "flux.branch=/main",
        "flux.branch=main/",
        "flux.branch=a..b",
        "flux.branch=a/.b",
        "flux.branch=a.lock",
        "flux.branch=HEAD^",
        "flux.branch=-main",
        "flux.branch=main@{1}"})
    void refusesWhatTheEngineWouldNotFind(String text) {
        assertFalse(accepted(text));
    }

    private static boolean accepted(String text) {
        String engine = text.substring(0, text.indexOf('.'));
        String key = text.substring(text.indexOf('.') + 1, text.indexOf('='));
        String value = "\"" + text.substring(text.indexOf('=') + 1).replace('~', ' ') + "\"";
        String required = engine.equals("flux") ? "sourceRef: ipsec" : key.equals("repoURL") ? "" : "repoURL: a:b";
        String spec = """
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsecDefaults
                delivery:
                  %s:
                    %s: %s
                    %s
                """.formatted(engine, key, value, required);
        SourceText source = new SourceText(Path.of("ipsec.yaml"), "ipsec.yaml", spec);
        return Acceptance.get().accepts(YamlReader.read(source, new Diagnostics()).orElseThrow());
    }
}
