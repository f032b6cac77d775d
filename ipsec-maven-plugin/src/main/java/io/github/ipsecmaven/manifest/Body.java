package io.github.ipsecmaven.manifest;

import java.util.LinkedHashMap;
import java.util.Map;

/** Builds the mappings of an object: keys stay in the order in which they are put. */
public final class Body {

    private Body() {}

    /** A mapping of keys and values in turn. */
    public static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** The head of an object of the cluster scope. */
    static Map<String, Object> object(String apiVersion, String kind, String name, Annotations annotations) {
        return map("apiVersion", apiVersion, "kind", kind,
                "metadata", map("name", name, "annotations", annotations.asMap()));
    }
}
