package io.github.ipsecmaven.spec.schema;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.SourceText;
import io.github.ipsecmaven.spec.schema.rule.Rule;
import io.github.ipsecmaven.spec.schema.rule.RuleReader;
import io.github.ipsecmaven.spec.yaml.Tree;
import io.github.ipsecmaven.spec.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a document is the language, decided without the validator, whose six hundred classes are a third of a cold
 * run. It only ever says yes, and only by a schema of which it understands every word: whatever else there is, is left
 * to {@link LanguageSchema}, which also words what is wrong.
 */
public final class Acceptance {

    /** The schema without what it explains, which is four fifths of it. A test keeps the two together. */
    static final String RULES = "ipsec-v1.rules.json";

    private static final Acceptance INSTANCE = new Acceptance(schema());

    private final Optional<Rule> rule;

    Acceptance(Tree.Mapping schema) {
        this.rule = RuleReader.read(schema);
    }

    /** The check against the plugin's own schema. */
    public static Acceptance get() {
        return INSTANCE;
    }

    /** Whether the document certainly is the language. */
    public boolean accepts(Tree.Mapping document) {
        return rule.isPresent() && rule.get().accepts(document);
    }

    private static Tree.Mapping schema() {
        try (InputStream in = Acceptance.class.getResourceAsStream(RULES)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            SourceText source = new SourceText(Path.of(RULES), RULES, text);
            // JSON is YAML; the reader of specs is loaded anyway.
            return YamlReader.read(source, new Diagnostics()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's own schema cannot be read", e);
        }
    }
}
