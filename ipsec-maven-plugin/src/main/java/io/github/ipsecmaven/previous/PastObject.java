package io.github.ipsecmaven.previous;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * An object that a tree gives to a cluster.
 *
 * @param path its file, in the output directory
 * @param body the object; without a readable {@code spec} where its file is encrypted
 */
public record PastObject(String path, Map<?, ?> body) {

    private static final Pattern OBJECT = Pattern.compile("clusters/[^/]+/[0-9]{2}-[a-z]+/(?!kustomization\\.).+\\.yaml");

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

    /** Whether what it says cannot be read here. */
    public boolean encrypted() {
        return body.containsKey("sops");
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
                objects.add(new PastObject(file.getKey(), body(file.getKey(), file.getValue())));
            }
        }
        return List.copyOf(objects);
    }

    private static Map<?, ?> body(String path, byte[] content) throws InventoryYaml.Damaged {
        try {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(content, StandardCharsets.UTF_8));
            if (document instanceof Map<?, ?> body && body.containsKey("kind")) {
                return body;
            }
        } catch (YAMLException broken) {
            // said below, as what is whole YAML and no object
        }
        throw new InventoryYaml.Damaged(path + " is no object");
    }
}
