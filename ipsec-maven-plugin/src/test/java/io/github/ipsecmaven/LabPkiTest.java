package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.testkit.GitRepository;
import io.github.ipsecmaven.testkit.LabKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabPkiTest {

    private static final String SPEC = """
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
            """;

    @TempDir
    private Path folder;

    @Test
    void aKeyWithoutItsCertificateIsKeptAndNobodyElseMayReadOne() throws Exception {
        Path spec = Files.writeString(folder.resolve("ipsec.yaml"), SPEC);
        lab(spec, false).make();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("certs/ca.key"))));
        for (String certificate : List.of("remotes/nas.pem", "certs/ca.pem")) {
            Path key = folder.resolve(certificate.equals("certs/ca.pem") ? "certs/ca.key" : "remotes/nas.p12");
            byte[] before = Files.readAllBytes(key);
            Files.delete(folder.resolve(certificate));
            Exception refused = assertThrows(GeneralSecurityException.class, () -> lab(spec, true).make());
            assertTrue(refused.getMessage().startsWith(key + " exists, but its certificate "), refused.getMessage());
            assertArrayEquals(before, Files.readAllBytes(key));
        }
    }

    @Test
    void noKeyThatIsMadeIsTakenAlongByTheNextCommit() throws Exception {
        Path spec = Files.writeString(folder.resolve("ipsec.yaml"), SPEC);
        GitRepository git = GitRepository.init(folder);
        LabPki lab = lab(spec, false);
        assertEquals(List.of("certs/ca.pem", "certs/ca.key", "certs/worker-0.p12", "remotes/nas.pem", "remotes/nas.p12"),
                lab.make().stream().map(file -> folder.relativize(file).toString().replace('\\', '/')).toList());

        assertEquals(List.of("/certs/*.p12", "/certs/ca.key", "/remotes/*.p12"), lab.ignoreKeys());

        git.commit();
        assertEquals("certs/ca.pem\nremotes/nas.pem", git.git("ls-files", "certs", "remotes"));
    }

    private LabPki lab(Path spec, boolean keep) throws Exception {
        Run run = new Run(folder, folder.resolve("manifests"), Map.of(), LabKeys.NOW);
        Diagnostics found = new Diagnostics();
        LabPki lab = LabPki.of(run, List.of(spec), keep, found);
        assertEquals(List.of(), found.all());
        return lab;
    }
}
