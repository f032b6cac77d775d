package io.github.ipsecmaven.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the {@code openAPIV3Schema} of a CRD into a JSON Schema (2020-12) that refuses what an API server would refuse,
 * or drop, when it reads a manifest: the server prunes a key that no schema names, a plain validator lets it pass.
 */
final class CrdSchema {

    private static final Set<String> KEPT = Set.of("type", "enum", "pattern", "minimum", "maximum", "minLength",
            "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties");

    /** Not copied: said elsewhere in the conversion or by {@link ClusterRules} (CEL), or nothing about a manifest. */
    private static final Set<String> IGNORED = Set.of("description", "default", "format", "nullable", "required",
            "properties", "items", "additionalProperties", "x-kubernetes-int-or-string", "x-kubernetes-list-map-keys",
            "x-kubernetes-list-type", "x-kubernetes-map-type", "x-kubernetes-preserve-unknown-fields",
            "x-kubernetes-validations");

    private static final String DNS_LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String NAME = "([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]";
    private static final String QUALIFIED_NAME = "^(" + DNS_LABEL + "(\\." + DNS_LABEL + ")*/)?" + NAME + "$";

    private CrdSchema() {}

    /**
     * @param openApi the schema of one version of the CRD
     * @param namespaced whether objects of the kind live in a namespace ({@code spec.scope})
     * @throws IllegalArgumentException on a schema word that this conversion does not know, so that none is lost
     */
    static Map<String, Object> closed(Map<String, Object> openApi, boolean namespaced) {
        Map<String, Object> schema = convert(openApi);
        Map<String, Object> properties = Yaml.map(openApi.get("properties"));
        if (Map.of("type", "object").equals(properties.get("metadata"))) {
            Map<String, Object> converted = Yaml.map(schema.get("properties"));
            converted.put("metadata", objectMeta(namespaced));
            schema.put("properties", converted);
            Set<Object> required = new LinkedHashSet<>(List.of("apiVersion", "kind", "metadata"));
            required.addAll(Yaml.list(schema.get("required")));
            schema.put("required", List.copyOf(required));
        }
        return schema;
    }

    private static Map<String, Object> convert(Map<String, Object> openApi) {
        Map<String, Object> schema = new LinkedHashMap<>();
        openApi.forEach((word, value) -> {
            if (KEPT.contains(word)) {
                schema.put(word, value);
            } else if (word.equals("anyOf")) {
                schema.put(word, Yaml.list(value));
            } else if (!IGNORED.contains(word)) {
                throw new IllegalArgumentException("a CRD schema uses '" + word + "', which the conversion lacks");
            }
        });
        if (openApi.containsKey("properties")) {
            Map<String, Object> properties = new LinkedHashMap<>();
            Yaml.map(openApi.get("properties"))
                    .forEach((name, property) -> properties.put(name, convert(Yaml.map(property))));
            schema.put("properties", properties);
        }
        if (openApi.containsKey("required")) {
            schema.put("required", requiredOfAClient(openApi));
        }
        if (openApi.containsKey("items")) {
            schema.put("items", convert(Yaml.map(openApi.get("items"))));
        }
        if (openApi.get("additionalProperties") instanceof Map<?, ?> values) {
            schema.put("additionalProperties", convert(Yaml.map(values)));
        } else if ("object".equals(openApi.get("type")) && !isTrue(openApi, "x-kubernetes-preserve-unknown-fields")) {
            schema.put("additionalProperties", false);
        }
        if (isTrue(openApi, "x-kubernetes-int-or-string")) {
            schema.put("type", List.of("integer", "string"));
        }
        if (isTrue(openApi, "nullable")) {
            allowNull(schema);
        }
        return schema;
    }

    /** The server fills in defaults before it validates, so a required key that has one may be left out. */
    private static List<Object> requiredOfAClient(Map<String, Object> openApi) {
        Map<String, Object> properties = Yaml.map(openApi.get("properties"));
        return Yaml.list(openApi.get("required")).stream()
                .filter(name -> !Yaml.map(properties.get(name)).containsKey("default"))
                .toList();
    }

    private static void allowNull(Map<String, Object> schema) {
        schema.computeIfPresent("type", (word, type) -> List.of(type, "null"));
        schema.computeIfPresent("enum", (word, values) -> {
            List<Object> withNull = new ArrayList<>(Yaml.list(values));
            withNull.add(null);
            return withNull;
        });
    }

    private static boolean isTrue(Map<String, Object> schema, String word) {
        return Boolean.TRUE.equals(schema.get(word));
    }

    /**
     * What a manifest may say in its metadata. Everything else of {@code ObjectMeta} is written by the server. Names
     * and labels: kubernetes/apimachinery {@code pkg/util/validation/validation.go}.
     */
    private static Map<String, Object> objectMeta(boolean namespaced) {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> keys = Map.of("pattern", QUALIFIED_NAME);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", Map.of("type", "string", "maxLength", 253,
                "pattern", "^" + DNS_LABEL + "(\\." + DNS_LABEL + ")*$"));
        if (namespaced) {
            properties.put("namespace", Map.of("type", "string", "maxLength", 63, "pattern", "^" + DNS_LABEL + "$"));
        }
        properties.put("labels", Map.of("type", "object", "propertyNames", keys, "additionalProperties",
                Map.of("type", "string", "pattern", "^(" + NAME + ")?$")));
        properties.put("annotations", Map.of("type", "object", "propertyNames", keys, "additionalProperties", text));
        properties.put("finalizers", Map.of("type", "array", "items", text));
        return Map.of("type", "object", "properties", properties, "additionalProperties", false,
                "required", namespaced ? List.of("name", "namespace") : List.of("name"));
    }
}
