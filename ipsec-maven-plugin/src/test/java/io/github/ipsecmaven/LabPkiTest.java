package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.testkit.GitRepository;
import io.github.ipsecmaven.testkit.LabKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabPkiTest {

    @TempDir
    private Path folder;

    @Test
    void noKeyThatIsMadeIsTakenAlongByTheNextCommit() throws Exception {
        Path spec = Files.writeString(folder.resolve("ipsec.yaml"), """
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsec
                metadata: {name: east}
                cluster: {openshift: "4.20.11", platform: BareMetal}
                mode: External
                ca: certs/ca.pem
                nodes:
                  worker-0: {address: worker-0.example.com, bundle: certs/worker-0.p12}
                remotes:
                  nas: {address: 192.0.2.20, type: transport, certificate: remotes/nas.pem}
                """);
        GitRepository git = GitRepository.init(folder);
        Run run = new Run(folder, folder.resolve("manifests"), Map.of(), LabKeys.NOW);
        Diagnostics found = new Diagnostics();
        LabPki lab = LabPki.of(run, List.of(spec), false, found);
        assertEquals(List.of(), found.all());
        assertEquals(List.of("certs/ca.pem", "certs/ca.key", "certs/worker-0.p12", "remotes/nas.pem", "remotes/nas.p12"),
                lab.make().stream().map(file -> folder.relativize(file).toString().replace('\\', '/')).toList());

        assertEquals(List.of("/certs/*.p12", "/certs/ca.key", "/remotes/*.p12"), lab.ignoreKeys());

        git.commit();
        assertEquals("certs/ca.pem\nremotes/nas.pem", git.git("ls-files", "certs", "remotes"));
    }
}
