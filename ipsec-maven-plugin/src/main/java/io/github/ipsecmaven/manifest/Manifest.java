package io.github.ipsecmaven.manifest;

import java.util.Map;

/**
 * One object of the cluster's tree.
 *
 * @param path where its file goes, relative to the cluster's folder
 * @param about one line for whoever opens the file: what the object is
 * @param body the object, keys in the order in which they are written
 */
public record Manifest(String path, String about, Map<String, Object> body) {

    public String kind() {
        return (String) body.get("kind");
    }

    /** {@code metadata.name}; empty where the kind has none (a kustomization). */
    public String name() {
        Map<?, ?> metadata = (Map<?, ?>) body.getOrDefault("metadata", Map.of());
        return metadata.containsKey("name") ? (String) metadata.get("name") : "";
    }

    /** The folder of {@link #path()}, which is a stage of the tree. */
    public String stage() {
        return path.substring(0, path.lastIndexOf('/'));
    }
}
