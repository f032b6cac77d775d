package io.github.ipsecmaven.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.testkit.ConfigRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Specs that break one rule each, and near misses that break none: {@code src/test/resources/rules/<family>/}. A file
 * {@code <id>-<what>.yaml} says below a line what is found in it, and at which column:
 *
 * <pre>
 *   encapsulation: Always
 *   # column 1: IPSEC-N001
 * </pre>
 *
 * A file with no such mark has to be found clean. A finding that is not marked fails, and so does a mark without one.
 * The lab keys lie in {@code certs/}.
 */
class RuleCasesTest {

    private static final Path CASES = Path.of("src/test/resources/rules");
    private static final Pattern MARK = Pattern.compile("\\s*# column (\\d+): (IPSEC-[A-Z]\\d{3})");

    @TempDir
    private Path folder;

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsMarkedAndNothingElse(Path file) throws IOException {
        String spec = Files.readString(file);
        List<Diagnostic> found = ConfigRepository.with(folder, spec).fleet().validate().diagnostics().all();
        assertEquals(marks(spec), found.stream().map(RuleCasesTest::place).toList(),
                () -> found.stream().map(Diagnostic::message).toList().toString());
        found.forEach(finding -> assertTrue(finding.mend().length() > 10, finding.message() + " says how to mend it"));
    }

    private static String place(Diagnostic finding) {
        return finding.rule() + " at " + finding.position().line() + ":" + finding.position().column();
    }

    private static List<String> marks(String spec) {
        List<String> marks = new ArrayList<>();
        int number = 0;
        int marked = 0;
        for (String line : spec.split("\n", -1)) {
            number++;
            Matcher mark = MARK.matcher(line);
            if (mark.matches()) {
                marks.add(mark.group(2) + " at " + marked + ":" + mark.group(1));
            } else {
                marked = number;
            }
        }
        return marks;
    }
}
