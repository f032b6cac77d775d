package io.github.ipsecmaven.previous;

import io.github.ipsecmaven.previous.Inventory.NetworkFields;
import io.github.ipsecmaven.previous.Inventory.PastCertificate;
import io.github.ipsecmaven.previous.Inventory.PastConnection;
import io.github.ipsecmaven.previous.Inventory.PastMtuChange;
import io.github.ipsecmaven.previous.Inventory.PastPool;
import io.github.ipsecmaven.previous.Inventory.Seal;
import io.github.ipsecmaven.yaml.ObjectYaml;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The inventory's form in its file, both ways. */
public final class InventoryYaml {

    static final String API_VERSION = "ipsec-maven.github.io/v1";

    private static final Pattern CONFLICT = Pattern.compile("(?m)^(?:<{7}|>{7})(?: |$)");

    private InventoryYaml() {}

    /** The file was not written by us, or was changed by hand or by a merge. */
    public static final class Damaged extends Exception {

        private static final long serialVersionUID = 1;

        Damaged(String message) {
            super(message);
        }

        static Damaged throughout() {
            return new Damaged("it is not as it was written");
        }
    }

    /** The inventory as an object, keys in the order in which they are written. */
    public static Map<String, Object> body(Inventory inventory) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("apiVersion", API_VERSION);
        body.put("kind", "Inventory");
        body.put("cluster", inventory.cluster());
        body.put("network", network(inventory.network()));
        body.put("disruptionPolicy", inventory.disruptionPolicy());
        Map<String, Object> connections = new LinkedHashMap<>();
        for (Map.Entry<String, PastConnection> connection : inventory.connections().entrySet()) {
            connections.put(connection.getKey(), connection(connection.getValue()));
        }
        body.put("connections", connections);
        if (!inventory.espOffload().isEmpty()) {
            body.put("espOffload", new LinkedHashMap<>(inventory.espOffload()));
        }
        Map<String, Object> pools = new LinkedHashMap<>();
        for (Map.Entry<String, PastPool> pool : inventory.pools().entrySet()) {
            pools.put(pool.getKey(), pool(pool.getValue()));
        }
        body.put("pools", pools);
        if (!inventory.guards().isEmpty()) {
            body.put("guards", new LinkedHashMap<>(inventory.guards()));
        }
        if (!inventory.paused().isEmpty()) {
            body.put("paused", inventory.paused());
        }
        if (!inventory.seals().isEmpty()) {
            Map<String, Object> seals = new LinkedHashMap<>();
            for (Map.Entry<String, Seal> seal : inventory.seals().entrySet()) {
                seals.put(seal.getKey(), seal(seal.getValue()));
            }
            body.put("seals", seals);
        }
        body.put("files", new LinkedHashMap<>(inventory.files()));
        return body;
    }

    private static Map<String, Object> network(NetworkFields network) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("mode", network.mode());
        putPresent(fields, "encapsulation", network.encapsulation());
        putPresent(fields, "routingViaHost", network.routingViaHost());
        if (network.mtuChange().isPresent()) {
            PastMtuChange change = network.mtuChange().get();
            Map<String, Object> stage = new LinkedHashMap<>();
            stage.put("to", change.to());
            stage.put("stage", change.stage());
            fields.put("mtuChange", stage);
        }
        return fields;
    }

    private static void putPresent(Map<String, Object> fields, String key, Optional<?> value) {
        if (value.isPresent()) {
            fields.put(key, value.get());
        }
    }

    private static Map<String, Object> connection(PastConnection connection) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("node", connection.node());
        fields.put("remote", connection.remote());
        putPresent(fields, "network", connection.network());
        fields.put("interface", connection.interfaceName());
        fields.put("state", connection.absent() ? "absent" : "present");
        return fields;
    }

    private static Map<String, Object> pool(PastPool pool) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("importConfig", pool.importConfig());
        fields.put("certsConfig", pool.certsConfig());
        fields.put("bundles", pool.bundles());
        if (!pool.certificates().isEmpty()) {
            Map<String, Object> certificates = new LinkedHashMap<>();
            for (Map.Entry<String, PastCertificate> certificate : pool.certificates().entrySet()) {
                certificates.put(certificate.getKey(), certificate(certificate.getValue()));
            }
            fields.put("certificates", certificates);
        }
        if (pool.paused()) {
            fields.put("paused", true);
        }
        fields.put("state", pool.purged() ? "purge" : "present");
        return fields;
    }

    private static Map<String, Object> certificate(PastCertificate certificate) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("subject", certificate.subject());
        fields.put("notAfter", certificate.notAfter().toString());
        fields.put("sha256", certificate.sha256());
        fields.put("nodes", certificate.nodes());
        return fields;
    }

    private static Map<String, Object> seal(Seal seal) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("salt", seal.salt());
        fields.put("proof", seal.proof());
        fields.put("recipients", seal.recipients());
        return fields;
    }

    /**
     * Reads an inventory.
     *
     * @throws Damaged if the text is not what {@link #body} describes
     */
    public static Inventory read(String text) throws Damaged {
        if (CONFLICT.matcher(text).find()) {
            throw new Damaged("it holds the conflict marks of a merge");
        }
        Optional<Map<?, ?>> document = ObjectYaml.read(text);
        if (document.isEmpty()) {
            throw Damaged.throughout();
        }
        try {
            Map<?, ?> body = document.get();
            if (!"Inventory".equals(body.get("kind")) || !API_VERSION.equals(body.get("apiVersion"))) {
                throw new Damaged("it is no inventory of version " + API_VERSION);
            }
            return new Inventory(
                    text(body, "cluster"),
                    readNetwork(mapping(body, "network")),
                    Boolean.TRUE.equals(body.get("disruptionPolicy")),
                    readEach(mapping(body, "connections"), InventoryYaml::readConnection),
                    readLists((Map<?, ?>) body.get("espOffload")),
                    readEach(mapping(body, "pools"), InventoryYaml::readPool),
                    readLists((Map<?, ?>) body.get("guards")),
                    body.containsKey("paused") ? texts(body.get("paused")) : List.of(),
                    body.containsKey("seals")
                            ? readEach(mapping(body, "seals"), InventoryYaml::readSeal)
                            : new TreeMap<>(),
                    readFiles(mapping(body, "files")));
        } catch (ClassCastException | NullPointerException | DateTimeParseException e) {
            throw Damaged.throughout();
        }
    }

    private interface Reader<T> {
        T read(Map<?, ?> fields) throws Damaged;
    }

    private static <T> SortedMap<String, T> readEach(Map<?, ?> parent, Reader<T> reader) throws Damaged {
        SortedMap<String, T> values = new TreeMap<>();
        for (Map.Entry<?, ?> entry : parent.entrySet()) {
            values.put((String) entry.getKey(), reader.read((Map<?, ?>) entry.getValue()));
        }
        return values;
    }

    private static NetworkFields readNetwork(Map<?, ?> fields) throws Damaged {
        return new NetworkFields(
                text(fields, "mode"),
                Optional.ofNullable((String) fields.get("encapsulation")),
                Optional.ofNullable((Boolean) fields.get("routingViaHost")),
                fields.containsKey("mtuChange")
                        ? Optional.of(readMtuChange(mapping(fields, "mtuChange")))
                        : Optional.empty());
    }

    private static PastMtuChange readMtuChange(Map<?, ?> fields) throws Damaged {
        return new PastMtuChange((Integer) fields.get("to"), text(fields, "stage"));
    }

    private static PastConnection readConnection(Map<?, ?> fields) throws Damaged {
        return new PastConnection(
                text(fields, "node"),
                text(fields, "remote"),
                Optional.ofNullable((String) fields.get("network")),
                text(fields, "interface"),
                text(fields, "state").equals("absent"));
    }

    private static PastPool readPool(Map<?, ?> fields) throws Damaged {
        Map<?, ?> certificates = (Map<?, ?>) fields.get("certificates");
        return new PastPool(
                text(fields, "importConfig"),
                text(fields, "certsConfig"),
                texts(fields.get("bundles")),
                certificates == null ? new TreeMap<>() : readEach(certificates, InventoryYaml::readCertificate),
                Boolean.TRUE.equals(fields.get("paused")),
                text(fields, "state").equals("purge"));
    }

    private static PastCertificate readCertificate(Map<?, ?> fields) throws Damaged {
        return new PastCertificate(text(fields, "subject"), Instant.parse(text(fields, "notAfter")),
                text(fields, "sha256"), texts(fields.get("nodes")));
    }

    private static List<String> texts(Object list) {
        List<String> texts = new ArrayList<>();
        for (Object text : (List<?>) list) {
            texts.add((String) text);
        }
        return texts;
    }

    private static Seal readSeal(Map<?, ?> fields) throws Damaged {
        return new Seal(text(fields, "salt"), text(fields, "proof"), texts(fields.get("recipients")));
    }

    private static SortedMap<String, List<String>> readLists(Map<?, ?> fields) {
        SortedMap<String, List<String>> lists = new TreeMap<>();
        if (fields != null) {
            for (Map.Entry<?, ?> list : fields.entrySet()) {
                lists.put((String) list.getKey(), texts(list.getValue()));
            }
        }
        return lists;
    }

    static SortedMap<String, String> readFiles(Map<?, ?> fields) {
        SortedMap<String, String> files = new TreeMap<>();
        for (Map.Entry<?, ?> file : fields.entrySet()) {
            files.put((String) file.getKey(), (String) file.getValue());
        }
        return files;
    }

    static Map<?, ?> mapping(Map<?, ?> parent, String key) throws Damaged {
        if (parent.get(key) instanceof Map<?, ?> mapping) {
            return mapping;
        }
        throw new Damaged("its '" + key + "' is missing");
    }

    private static String text(Map<?, ?> parent, String key) throws Damaged {
        if (parent.get(key) instanceof String text) {
            return text;
        }
        throw new Damaged("its '" + key + "' is missing");
    }
}
