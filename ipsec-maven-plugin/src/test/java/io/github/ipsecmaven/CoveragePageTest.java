package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.FindingInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The site's page of coverage: no sentence of the procedure is left out, and what a row names is there. */
class CoveragePageTest {

    private static final Path PAGE = Path.of("../src/site/markdown/coverage.md");

    /** The rows that the build can check something of. */
    private static final List<String> CHECKED = List.of("""
            S2 S8 S10 S11 S12 S13 S14 S21 S22 S23 S25 S26 S30 S44 S45 S51 S52 S53 S54 S55 S56 S57 S58 S59 S60 S61 S64
            S65 S66 S72 S74 S84 S86 S87 S88 S90 S92 S94 S95 S96 S100 S101 S102 S103 S104 S105 S107 S108 S110 S114 S116
            S117 S119 S121 S122 S126 S127 S139 S140 S152 S155 S156 S157
            G1 G2 G3 G4 G5 G6 G7 G8 G9 G10 G32 G34 G35 G36 G37 G45""".split("\\s+"));

    /** How many sentences of the procedure are numbered. */
    private static final int SENTENCES = 163;

    private static final Pattern RULE = Pattern.compile("IPSEC-[A-Z]\\d{3}");
    private static final Pattern RULE_OF_SPEC = Pattern.compile("rules/[a-z]+/([A-Z]\\d{3})-");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** A line of the first table. */
    private record Row(String number, String asked, String check, String tests) {

        List<String> named() {
            return CODE.matcher(tests).results().map(found -> found.group(1)).toList();
        }

        @Override
        public String toString() {
            return number;
        }
    }

    static List<Row> rows() throws IOException {
        return lines(4).stream().map(cells -> new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3))).toList();
    }

    @Test
    void everyRowThatCanBeCheckedIsThereInOrder() throws IOException {
        assertEquals(CHECKED, rows().stream().map(Row::number).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void noCellIsEmptyAndEveryTestExists(Row row) throws IOException {
        assertFalse(row.asked().isEmpty() || row.check().isEmpty(), "an empty cell");
        assertFalse(row.named().isEmpty(), "no test");
        Set<String> classes = testClasses();
        assertAll(row.named().stream().map(test -> () -> assertTrue(
                classes.contains(test) || Files.exists(Path.of("src/test/resources", test)), test)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aSpecThatBreaksARuleStandsBesideThatRule(Row row) {
        assertAll(RULE_OF_SPEC.matcher(row.tests()).results().map(spec -> "IPSEC-" + spec.group(1))
                .map(rule -> () -> assertTrue(row.check().contains(rule), rule)));
    }

    @Test
    void everyRuleOnThePageExists() throws IOException {
        Set<String> known = FindingCatalogue.ALL.stream().map(FindingInfo::id).collect(Collectors.toSet());
        List<String> named = RULE.matcher(Files.readString(PAGE)).results().map(MatchResult::group).distinct().toList();
        assertEquals(List.of(), named.stream().filter(rule -> !known.contains(rule)).toList());
    }

    @Test
    void everySentenceOfTheProcedureHasAPlace() throws IOException {
        List<String> places = new ArrayList<>(rows().stream().map(Row::number).toList());
        lines(3).forEach(cells -> places.addAll(Arrays.asList(cells.get(0).split(", "))));
        assertEquals(List.of(), IntStream.rangeClosed(1, SENTENCES).mapToObj(number -> "S" + number)
                .filter(sentence -> !places.contains(sentence)).toList());
    }

    /** The lines of the tables with so many columns, without their heads. */
    private static List<List<String>> lines(int columns) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| [SG]\\d.*\\|"))
                .map(line -> line.substring(1, line.length() - 1).split("\\|", -1))
                .map(cells -> Stream.of(cells).map(String::strip).toList())
                .filter(cells -> cells.size() == columns)
                .toList();
    }

    private static Set<String> testClasses() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
