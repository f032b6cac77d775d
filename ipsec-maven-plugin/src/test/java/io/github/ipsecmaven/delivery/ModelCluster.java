package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.testkit.Yaml;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cluster as far as an engine changes it: each object's fields by their path, those that the engine states and those
 * that others have stated. Server-side apply takes away what the engine alone had and states no more; a list is a field
 * of its own, but for the two lists of a node disruption policy, whose entries have keys (measured with the API server's
 * own field manager, and read in the CRDs).
 */
final class ModelCluster {

    static final String NETWORK = "Network cluster";
    static final String POLICY = "MachineConfiguration cluster";
    static final String IPSEC = "spec/defaultNetwork/ovnKubernetesConfig/ipsecConfig/";

    /** What others have stated before the engine comes, by object. */
    private static final Map<String, Map<String, Object>> OTHERS = Map.of(
            NETWORK, Map.of(
                    "spec/serviceNetwork", List.of("172.30.0.0/16"),
                    "spec/defaultNetwork/type", "OVNKubernetes",
                    "spec/defaultNetwork/ovnKubernetesConfig/genevePort", 6081),
            POLICY, Map.of(
                    "spec/managementState", "Managed",
                    "spec/nodeDisruptionPolicy/files/{/etc/other}/actions", List.of(Map.of("type", "None"))));

    private final Map<String, Map<String, Object>> others = new TreeMap<>();
    private final Map<String, Map<String, Object>> ours = new TreeMap<>();

    ModelCluster() {
        OTHERS.forEach((object, fields) -> others.put(object, new TreeMap<>(fields)));
    }

    /** Kind and name. */
    static String id(Map<String, Object> object) {
        return object.get("kind") + " " + Yaml.map(object.get("metadata")).get("name");
    }

    /** The network operator takes over what it finds, as it does when an upgrade adds a default. */
    void operatorTakesOver(String prefix) {
        ours.getOrDefault(NETWORK, Map.of()).forEach((path, value) -> {
            if (path.startsWith(prefix)) {
                others.get(NETWORK).put(path, value);
            }
        });
    }

    /** Server-side apply. False where the API server refuses it. */
    boolean apply(Map<String, Object> object) {
        Map<String, Object> stated = fields(object);
        Map<String, Object> before = ours.put(id(object), stated);
        stated.keySet().forEach(path -> others.getOrDefault(id(object), new TreeMap<>()).computeIfPresent(path,
                (taken, value) -> stated.get(taken)));
        boolean refused = id(object).equals(NETWORK) && isForbidden();
        if (refused) {
            ours.put(id(object), before);
        }
        return !refused;
    }

    /** What {@code musthave} makes of an object: fields are added and changed. False where that is refused. */
    boolean add(Map<String, Object> object) {
        Map<String, Object> before = ours.getOrDefault(id(object), Map.of());
        Map<String, Object> joined = new TreeMap<>(before);
        joined.putAll(fields(object));
        ours.put(id(object), joined);
        boolean refused = id(object).equals(NETWORK) && isForbidden();
        if (refused) {
            ours.put(id(object), before);
        }
        return !refused;
    }

    /** A merge patch of Network/cluster: what is null goes, whoever owns it. */
    void patchNetwork(Map<String, Object> patch) {
        fields(patch).forEach((path, value) -> {
            for (Map<String, Object> owned : List.of(others.get(NETWORK), ours.computeIfAbsent(NETWORK, id -> new TreeMap<>()))) {
                if (value == null) {
                    owned.keySet().removeIf(field -> field.equals(path) || field.startsWith(path + "/"));
                } else {
                    owned.computeIfPresent(path, (field, old) -> value);
                }
            }
        });
    }

    void delete(String id) {
        ours.remove(id);
        others.remove(id);
    }

    /** The fields that the object has. */
    Map<String, Object> live(String id) {
        Map<String, Object> live = new TreeMap<>(others.getOrDefault(id, Map.of()));
        live.putAll(ours.getOrDefault(id, Map.of()));
        return live;
    }

    /** Whether all that others stated in the beginning is still there. */
    boolean othersAreWhole() {
        return OTHERS.entrySet().stream().allMatch(entry ->
                live(entry.getKey()).entrySet().containsAll(entry.getValue().entrySet()));
    }

    private boolean isForbidden() {
        Map<String, Object> live = live(NETWORK);
        return live.keySet().stream().anyMatch(path -> path.startsWith(IPSEC + "full"))
                && !"Full".equals(live.get(IPSEC + "mode"));
    }

    /** The fields below {@code spec}, by path. */
    static Map<String, Object> fields(Map<String, Object> object) {
        Map<String, Object> fields = new TreeMap<>();
        if (object.containsKey("spec")) {
            collect("spec", object.get("spec"), fields);
        }
        return fields;
    }

    private static void collect(String path, Object value, Map<String, Object> fields) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, below) -> collect(path + "/" + key, below, fields));
        } else if (value instanceof List<?> list && path.startsWith("spec/nodeDisruptionPolicy/")) {
            list.forEach(entry -> {
                Map<String, Object> keyed = Yaml.map(entry);
                Object key = keyed.containsKey("path") ? keyed.get("path") : keyed.get("name");
                fields.put(path + "/{" + key + "}/actions", keyed.get("actions"));
            });
        } else {
            fields.put(path, value);
        }
    }
}
