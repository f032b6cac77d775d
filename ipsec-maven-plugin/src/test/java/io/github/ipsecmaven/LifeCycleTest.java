package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.testkit.Golden;
import io.github.ipsecmaven.testkit.TreeDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commits of the lives in {@link LifeCycle}: each changes what is in {@code <commit>.diff}, below what the build
 * says of it, and what skips a stage is refused with the errors in {@code refused/<attempt>.txt}. {@code
 * -Dgolden.update=true} writes both anew.
 */
class LifeCycleTest {

    static Stream<Path> lives() throws IOException {
        return LifeCycle.all();
    }

    @ParameterizedTest
    @MethodSource("lives")
    void eachCommitChangesWhatItShould(Path life) throws IOException {
        Map<String, String> before = Map.of();
        for (LifeCycle.Commit commit : LifeCycle.of(life).commits()) {
            Map<String, String> after = commit.synced();
            String change = announced(commit) + TreeDiff.of(before, after);
            assertEquals(Golden.text(life.resolve(commit.name() + ".diff"), change), change);
            before = after;
        }
    }

    /** What the build says of the change itself, and of what somebody has to do for it. */
    private static String announced(LifeCycle.Commit commit) {
        return commit.findings().stream().filter(finding -> finding.rule().matches("IPSEC-[GD].*"))
                .map(LifeCycleTest::line).collect(Collectors.joining());
    }

    private static String line(Diagnostic finding) {
        return "# " + finding.rule() + " at " + finding.position() + ": " + finding.message() + "\n#   "
                + finding.mend().replace("\n", "\n#   ") + "\n";
    }

    @ParameterizedTest
    @MethodSource("lives")
    void whatSkipsAStageIsRefusedAndTheTreeStays(Path life) throws IOException {
        for (LifeCycle.Refused refused : LifeCycle.of(life).refused()) {
            assertFalse(refused.errors().isEmpty(), refused.spec() + " is accepted");
            Path expected = Path.of(refused.spec().toString().replaceFirst("yaml$", "txt"));
            assertEquals(Golden.text(expected, refused.errors()), refused.errors());
            assertTrue(refused.treeStays(), refused.spec().toString());
        }
    }
}
