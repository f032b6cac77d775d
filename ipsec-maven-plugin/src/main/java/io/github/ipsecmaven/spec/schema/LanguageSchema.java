package io.github.ipsecmaven.spec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.spec.yaml.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * The language's reference, {@code schema/ipsec-v1.schema.json}, and the check of a document against it. The check
 * needs no second parser: it reads the tree that the records are decoded from.
 */
public final class LanguageSchema {

    /** Where the plugin carries the schema: the root of its class path. */
    public static final String RESOURCE = "/ipsec-v1.schema.json";

    private static final LanguageSchema INSTANCE = load();

    private final Schema schema;

    private LanguageSchema(Schema schema) {
        this.schema = schema;
    }

    public static LanguageSchema get() {
        return INSTANCE;
    }

    /** The schema as a JSON document. */
    public JsonNode document() {
        return schema.getSchemaNode();
    }

    /** Adds a finding for whatever in the document is not the language. */
    public void check(Tree.Mapping document, Diagnostics diagnostics) {
        SchemaFindings findings = new SchemaFindings(document(), document);
        for (Error error : schema.validate(TreeJson.of(document))) {
            findings.finding(error).ifPresent(diagnostics::add);
        }
    }

    private static LanguageSchema load() {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder().locale(Locale.ROOT).build();
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .keyword(new NonValidationKeyword("patternErrorMessage"))
                .keyword(new NonValidationKeyword("x-saidBy"))
                .build();
        SchemaRegistry registry = SchemaRegistry.withDialect(dialect, builder -> builder.schemaRegistryConfig(config));
        try (InputStream in = LanguageSchema.class.getResourceAsStream(RESOURCE)) {
            return new LanguageSchema(registry.getSchema(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's own schema cannot be read", e);
        }
    }
}
