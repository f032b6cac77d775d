package io.github.ipsecmaven.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the API servers accept: the CRDs in {@code src/test/resources/crds}, each closed, so that an unknown key is a
 * problem as a wrong value is. The README of that folder names where each comes from.
 */
public final class ClusterSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Schema> byKind;

    private ClusterSchemas(Map<String, Schema> byKind) {
        this.byKind = Map.copyOf(byKind);
    }

    /** @throws UncheckedIOException if a CRD cannot be read */
    public static ClusterSchemas load() {
        Map<String, Schema> byKind = new HashMap<>();
        SchemaRegistryConfig config = SchemaRegistryConfig.builder().locale(Locale.ROOT).build();
        SchemaRegistry registry = SchemaRegistry.withDialect(
                Dialects.getDraft202012(), builder -> builder.schemaRegistryConfig(config));
        try (Stream<Path> files = Files.list(Path.of(ClusterSchemas.class.getResource("/crds").toURI()))) {
            files.filter(file -> file.toString().matches(".*\\.yaml(\\.gz)?")).forEach(file -> add(byKind, registry, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return new ClusterSchemas(byKind);
    }

    private static void add(Map<String, Schema> byKind, SchemaRegistry registry, Path file) {
        Map<String, Object> spec = Yaml.map(Yaml.read(file).get("spec"));
        boolean namespaced = spec.get("scope").equals("Namespaced");
        Object kind = Yaml.map(spec.get("names")).get("kind");
        String group = (String) spec.get("group");
        for (Object entry : Yaml.list(spec.get("versions"))) {
            Map<String, Object> version = Yaml.map(entry);
            String apiVersion = (group.isEmpty() ? "" : group + "/") + version.get("name");
            Map<String, Object> openApi = Yaml.map(Yaml.map(version.get("schema")).get("openAPIV3Schema"));
            byKind.put(apiVersion + " " + kind,
                    registry.getSchema(JSON.valueToTree(CrdSchema.closed(openApi, namespaced))));
        }
    }

    /**
     * What a cluster would refuse in an object, or drop from it; empty if nothing.
     *
     * @param object a manifest as {@link Yaml} reads it
     * @return one line each: a JSON pointer into the object, and what is wrong there
     */
    public List<String> problems(Map<String, Object> object) {
        String kind = object.get("apiVersion") + " " + object.get("kind");
        Schema schema = byKind.get(kind);
        if (schema == null) {
            return List.of("no schema is known for " + kind);
        }
        List<String> problems = new ArrayList<>();
        for (Error error : schema.validate(JSON.valueToTree(object))) {
            problems.add(error.getInstanceLocation() + ": " + error.getMessage());
        }
        problems.addAll(ClusterRules.problems(object));
        return List.copyOf(problems);
    }
}
