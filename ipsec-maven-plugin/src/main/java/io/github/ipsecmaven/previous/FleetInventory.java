package io.github.ipsecmaven.previous;

import io.github.ipsecmaven.yaml.ObjectYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The files that belong to the fleet and to none of its clusters: {@code argocd/fleet/inventory.yaml}. They have an
 * inventory of their own because runs over some of the clusters, or a cluster that leaves, must not take them along.
 *
 * @param files SHA-256 in hex by path in the output directory
 */
public record FleetInventory(SortedMap<String, String> files) {

    /** Its path in the output directory. */
    public static final String PATH = "argocd/fleet/" + Inventory.FILE;

    /** The inventory as an object, keys in the order in which they are written. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("apiVersion", InventoryYaml.API_VERSION);
        body.put("kind", "FleetInventory");
        body.put("files", new LinkedHashMap<>(files));
        return body;
    }

    /**
     * Reads the inventory of an output directory, where there is one.
     *
     * @throws InventoryYaml.Damaged if it is not what {@link #body} describes
     */
    public static Optional<FleetInventory> in(Path outputDirectory) throws IOException, InventoryYaml.Damaged {
        Path file = outputDirectory.resolve(PATH);
        return Files.exists(file) ? Optional.of(read(Files.readString(file))) : Optional.empty();
    }

    private static FleetInventory read(String text) throws InventoryYaml.Damaged {
        Optional<Map<?, ?>> body = ObjectYaml.read(text);
        if (body.isEmpty()) {
            throw InventoryYaml.Damaged.throughout();
        }
        try {
            return new FleetInventory(InventoryYaml.readFiles(InventoryYaml.mapping(body.get(), "files")));
        } catch (ClassCastException e) {
            throw InventoryYaml.Damaged.throughout();
        }
    }
}
