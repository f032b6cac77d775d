package io.github.ipsecmaven.spec.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.SourceText;
import io.github.ipsecmaven.spec.yaml.Tree;
import io.github.ipsecmaven.spec.yaml.YamlReader;
import io.github.ipsecmaven.testkit.Mutations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short way and the validator agree. */
class AcceptanceTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    @Test
    void agreesWithTheValidatorOnEveryCommittedSpec() throws Exception {
        int accepted = 0;
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                accepted += agrees(new String(Files.readAllBytes(file), "UTF-8"), file.toString()) ? 1 : 0;
            }
        }
        assertTrue(accepted > 100, accepted + " accepted");
    }

    @Test
    void agreesWithTheValidatorOnRandomEdits() throws Exception {
        Mutations mutations = new Mutations(RESOURCES.resolve("cases"), 7);
        int accepted = 0;
        for (int run = 0; run < 2_000; run++) {
            String spec = mutations.next();
            accepted += agrees(spec, "run " + run + ":\n" + spec) ? 1 : 0;
        }
        assertTrue(accepted > 100, accepted + " accepted");
    }

    /** What it does not know it does not accept, wherever it stands. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "a: {type: string}                                     | true",
        "a: {type: integer}                                    | false",
        "a: {type: number}                                     | false",
        "a: {not: {type: number}}                              | false",
        "a: {format: date}                                     | false",
        "a: {type: string, uniqueItems: true}                  | false",
        "a: {not: {not: {pattern: x, contentEncoding: base64}}} | false",
        "a: {enum: [1, text]}                                  | false",
        "a: {not: {enum: [1]}}                                 | false",
        "a: {if: {format: date}, then: {type: integer}}        | false",
        "a: {$ref: 'https://example.com/other'}                | false",
        "a: {$ref: '#/$defs/missing'}                          | false",
        "a: {enum: text}                                       | false",
        "a: {required: b}                                      | false",
        "a: {pattern: '^text$'}                                | true",
        "a: {pattern: '^te$'}                                  | false",
        "b: {type: string}                                     | true",
    })
    void acceptsOnlyWhatItUnderstands(String properties, boolean accepted) {
        Tree.Mapping schema = tree("{type: object, properties: {" + properties + "}}").orElseThrow();
        assertEquals(accepted, new Acceptance(schema).accepts(tree("a: text").orElseThrow()));
    }

    @Test
    void doesNotAcceptBySchemasThatReferToThemselves() {
        Tree.Mapping schema = tree("{$defs: {a: {properties: {a: {$ref: '#/$defs/a'}}}}, $ref: '#/$defs/a'}").orElseThrow();
        assertFalse(new Acceptance(schema).accepts(tree("a: text").orElseThrow()));
    }

    @Test
    void doesNotAcceptALineBreakBehindTheLastCharacter() {
        Tree.Mapping schema = tree("properties: {a: {pattern: '^text$'}}").orElseThrow();
        assertFalse(new Acceptance(schema).accepts(tree("a: \"text\\n\"").orElseThrow()));
    }

    private static boolean agrees(String text, String shown) {
        Optional<Tree.Mapping> document = tree(text);
        if (document.isEmpty()) {
            return false;
        }
        Diagnostics findings = new Diagnostics();
        LanguageSchema.get().check(document.get(), findings);
        boolean accepted = Acceptance.get().accepts(document.get());
        assertEquals(findings.all().isEmpty(), accepted, shown + findings.all());
        return accepted;
    }

    private static Optional<Tree.Mapping> tree(String text) {
        Diagnostics ignored = new Diagnostics();
        return YamlReader.read(new SourceText(Path.of("a.yaml"), "a.yaml", text), ignored)
                .filter(read -> !ignored.hasErrors());
    }
}
