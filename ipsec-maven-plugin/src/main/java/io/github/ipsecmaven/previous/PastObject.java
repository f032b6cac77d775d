package io.github.ipsecmaven.previous;

import io.github.ipsecmaven.yaml.ObjectYaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * An object that a tree gives to a cluster.
 *
 * @param path its file, in the output directory
 * @param body the object; where its file is encrypted, with stand-ins for what cannot be read, equal where that is
 * @param encrypted whether its file is a SOPS document
 */
public record PastObject(String path, Map<?, ?> body, boolean encrypted) {

    private static final Pattern OBJECT =
            Pattern.compile("clusters/[^/]+/[0-9]{2}-[a-z]+/(?:[a-z]+/)?(?!kustomization\\.)[^/]+\\.yaml");

    private static final String METADATA_OF_SOPS = "sops";

    /** How SOPS writes an encrypted value. */
    private static final String ENCRYPTED_VALUE = "ENC[";

    public String kind() {
        return String.valueOf(body.get("kind"));
    }

    public String name() {
        return String.valueOf(metadata().get("name"));
    }

    public Map<?, ?> metadata() {
        return body.get("metadata") instanceof Map<?, ?> metadata ? metadata : Map.of();
    }

    public Map<?, ?> spec() {
        return body.get("spec") instanceof Map<?, ?> spec ? spec : Map.of();
    }

    /**
     * The objects among the files of a cluster's tree.
     *
     * @param files contents by path in the output directory
     * @throws InventoryYaml.Damaged if one is no object
     */
    public static List<PastObject> among(SortedMap<String, byte[]> files) throws InventoryYaml.Damaged {
        List<PastObject> objects = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (OBJECT.matcher(file.getKey()).matches()) {
                Map<?, ?> body = body(file.getKey(), file.getValue());
                boolean encrypted = body.containsKey(METADATA_OF_SOPS);
                objects.add(new PastObject(file.getKey(), encrypted ? readable(body) : body, encrypted));
            }
        }
        return List.copyOf(objects);
    }

    private static Map<?, ?> body(String path, byte[] content) throws InventoryYaml.Damaged {
        Optional<Map<?, ?>> body = ObjectYaml.read(new String(content, StandardCharsets.UTF_8));
        if (body.isEmpty() || !body.get().containsKey("kind")) {
            throw new InventoryYaml.Damaged(path + " is no object");
        }
        return body.get();
    }

    private static Map<?, ?> readable(Map<?, ?> document) {
        Map<Object, Object> body = new LinkedHashMap<>(document);
        body.remove(METADATA_OF_SOPS);
        body.replaceAll((key, value) -> standIn(value));
        return body;
    }

    /** A payload that only the cluster can read is some payload. */
    private static Object standIn(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>(map);
            copy.replaceAll((key, child) -> standIn(child));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PastObject::standIn).toList();
        }
        return value instanceof String text && text.startsWith(ENCRYPTED_VALUE) ? "data:," + text : value;
    }
}
