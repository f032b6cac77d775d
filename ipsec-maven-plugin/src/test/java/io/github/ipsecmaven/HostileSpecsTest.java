package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.testkit.ConfigRepository;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Specs that are larger, longer or deeper than anybody means them to be. */
@Timeout(120)
class HostileSpecsTest {

    private static final String HEAD = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata:
              name: east
            cluster:
              openshift: "4.19.22"
              platform: BareMetal
            mode: Full
            """;

    @TempDir
    private Path folder;

    @Test
    void aNameOfAHundredThousandLetters() throws Exception {
        assertEquals(List.of("IPSEC-L006 at 10:5"),
                places(HEAD + "nodes:\n  ? \"" + "a.".repeat(50_000) + "a\"\n  : {}\n"));
    }

    @Test
    void aDomainOfAHundredThousandLabels() throws Exception {
        assertEquals(List.of("IPSEC-L006 at 10:11"),
                places(HEAD + "nodeDefaults:\n  domain: " + "a.".repeat(100_000) + "a\n"));
    }

    @Test
    void aKeyLongerThanYamlAllows() throws Exception {
        assertEquals(List.of("IPSEC-L010 at 9:1"), places(HEAD + "a".repeat(3_000) + ": {}\n"));
    }

    @Test
    void aControlCharacterFarIntoTheFile() throws Exception {
        assertEquals(List.of("IPSEC-L021 at 2009:4"),
                places(HEAD + "# line\n".repeat(2_000) + "# \uD83D\uDE00\u0007\n"));
    }

    @Test
    void aListOfThreeHundredThousandItems() throws Exception {
        List<String> found = places(HEAD + "waivers: [" + "a,".repeat(300_000) + "]\n");
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.get(0).startsWith("IPSEC-L016 at 9:"), found.toString());
    }

    @Test
    void fiveThousandUnknownKeys() throws Exception {
        StringBuilder spec = new StringBuilder(HEAD);
        for (int i = 0; i < 5_000; i++) {
            spec.append("key").append(i).append(": {}\n");
        }
        assertEquals(5_000, places(spec.toString()).size());
    }

    private List<String> places(String spec) throws Exception {
        return ConfigRepository.with(folder, spec).fleet().validate().diagnostics().all().stream()
                .map(HostileSpecsTest::place).toList();
    }

    private static String place(Diagnostic finding) {
        return finding.rule() + " at " + finding.position().line() + ":" + finding.position().column();
    }
}
