package io.github.ipsecmaven.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.ipsecmaven.diagnostic.CodeFrame;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.SpecLoader;
import io.github.ipsecmaven.testkit.Positions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a spec's file holds, it is a spec, or findings that point into it. */
class LoaderFuzzTest {

    @TempDir
    private static Path folder;

    static List<byte[]> seeds() throws IOException {
        return Seeds.specs();
    }

    @MethodSource("seeds")
    @FuzzTest
    void loadsOrSaysWhere(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("ipsec.yaml"), bytes);
        Diagnostics diagnostics = new Diagnostics();
        Optional<ClusterSpec> spec = SpecLoader.load(file, folder, diagnostics);
        assertEquals(spec.isEmpty(), diagnostics.hasErrors());
        for (Diagnostic finding : diagnostics.all()) {
            assertEquals("", Positions.outside(finding.position()));
            assertTrue(CodeFrame.of(finding).contains(finding.rule()));
        }
    }
}
