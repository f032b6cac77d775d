package io.github.ipsecmaven.seal;

import io.github.ipsecmaven.manifest.Body;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An object as a SOPS document, both ways: every {@code source} is encrypted with a key of the document's own, which is
 * encrypted for each recipient; the MAC covers all values, so that whoever checks it notices a changed path, too (sops,
 * sops.go).
 *
 * @see <a href="https://github.com/getsops/sops#encryption-protocol">SOPS, encryption protocol</a>
 */
final class SopsDocument {

    /** What is encrypted: the payload of each file. Nothing else of a MachineConfig has a key of that name. */
    static final String SELECTOR = "^source$";

    private static final String SELECTED = "source";
    private static final String METADATA = "sops";

    /** The first release whose form this is in every respect; SOPS accepts later and earlier ones (measured). */
    private static final String VERSION = "3.9.0";

    private static final int KEY_BYTES = 32;

    private static final Set<String> UNDERSTOOD = Set.of("age", "encrypted_regex", "lastmodified", "mac", "version");

    private SopsDocument() {}

    /** The object with its payloads encrypted and SOPS's metadata at its end. */
    static Map<String, Object> encrypt(
            Map<String, Object> body, List<String> recipients, Instant now, SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        String modified = now.truncatedTo(ChronoUnit.SECONDS).toString();
        MessageDigest mac = mac();
        Map<String, Object> encrypted = walk(body, "", false, (value, path, selected) -> {
            mac.update(bytes(value));
            return selected ? SopsValue.encrypt((String) value, key, path, random) : value;
        });
        List<Object> age = new ArrayList<>();
        recipients.forEach(recipient -> age.add(Body.map("recipient", recipient, "enc", Age.encrypt(key, recipient))));
        encrypted.put(METADATA, Body.map(
                "age", age,
                "encrypted_regex", SELECTOR,
                "lastmodified", modified,
                "mac", SopsValue.encrypt(text(mac), key, modified, random),
                "version", VERSION));
        return encrypted;
    }

    /** Whether an object has SOPS's metadata, readable or not. */
    static boolean isOne(Map<String, Object> document) {
        return document.get(METADATA) instanceof Map<?, ?>;
    }

    /** For whom the document is encrypted, in its order; who is not an age key is left out. */
    static List<String> recipients(Map<String, Object> document) {
        List<String> recipients = new ArrayList<>();
        age(document).forEach(entry -> {
            if (entry.get("recipient") instanceof String recipient) {
                recipients.add(recipient);
            }
        });
        return recipients;
    }

    /**
     * The object in clear, without SOPS's metadata.
     *
     * @param identities private age keys
     * @throws UnreadableException where none of them opens it, or where anything in it is not as it was written
     */
    static Map<String, Object> decrypt(Map<String, Object> document, List<String> identities) throws UnreadableException {
        Map<?, ?> metadata = metadata(document);
        if (!SELECTOR.equals(metadata.get("encrypted_regex")) || !UNDERSTOOD.containsAll(settings(metadata))) {
            throw new UnreadableException("it is not encrypted the way this plugin does");
        }
        byte[] key = key(document, identities);
        Map<String, Object> clear = new LinkedHashMap<>(document);
        clear.remove(METADATA);
        MessageDigest mac = mac();
        clear = walk(clear, "", false, (value, path, selected) -> {
            Object plain = selected ? SopsValue.decrypt(String.valueOf(value), key, path) : value;
            mac.update(bytes(plain));
            return plain;
        });
        String modified = String.valueOf(metadata.get("lastmodified"));
        if (!SopsValue.decrypt(String.valueOf(metadata.get("mac")), key, modified).equals(text(mac))) {
            throw new UnreadableException("its MAC does not fit: something in it was changed");
        }
        return clear;
    }

    private static byte[] key(Map<String, Object> document, List<String> identities) throws UnreadableException {
        for (Map<?, ?> entry : age(document)) {
            var key = Age.decrypt(String.valueOf(entry.get("enc")), identities);
            if (key.isPresent() && key.get().length == KEY_BYTES) {
                return key.get();
            }
        }
        throw new UnreadableException("none of the private keys at hand opens it");
    }

    /** What the metadata says; other releases of SOPS write down what they do not say, as null or an empty list. */
    private static Set<String> settings(Map<?, ?> metadata) {
        return metadata.entrySet().stream()
                .filter(entry -> entry.getValue() != null && !List.of().equals(entry.getValue()))
                .map(entry -> String.valueOf(entry.getKey()))
                .collect(Collectors.toSet());
    }

    private static Map<?, ?> metadata(Map<String, Object> document) {
        return document.get(METADATA) instanceof Map<?, ?> metadata ? metadata : Map.of();
    }

    private static List<Map<?, ?>> age(Map<String, Object> document) {
        List<Map<?, ?>> entries = new ArrayList<>();
        if (metadata(document).get("age") instanceof List<?> age) {
            age.forEach(entry -> {
                if (entry instanceof Map<?, ?> map) {
                    entries.add(map);
                }
            });
        }
        return entries;
    }

    /** Takes every value in the order of the document; list indices are no part of a path. */
    private interface Visitor<E extends Exception> {
        Object visit(Object value, String path, boolean selected) throws E;
    }

    private static <E extends Exception> Map<String, Object> walk(
            Map<?, ?> map, String path, boolean selected, Visitor<E> visitor) throws E {
        Map<String, Object> walked = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            walked.put(key, walkValue(entry.getValue(), path + key + ":", selected || key.equals(SELECTED), visitor));
        }
        return walked;
    }

    private static <E extends Exception> Object walkValue(
            Object value, String path, boolean selected, Visitor<E> visitor) throws E {
        if (value instanceof Map<?, ?> map) {
            return walk(map, path, selected, visitor);
        }
        if (value instanceof List<?> list) {
            List<Object> walked = new ArrayList<>();
            for (Object item : list) {
                walked.add(walkValue(item, path, selected, visitor));
            }
            return walked;
        }
        return value == null ? null : visitor.visit(value, path, selected);
    }

    /** A value as the MAC takes it: text, a decimal number, or Python's spelling of a truth value. */
    private static byte[] bytes(Object value) {
        String text = String.valueOf(value);
        if (value instanceof Boolean flag) {
            text = flag ? "True" : "False";
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest mac() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
    }

    private static String text(MessageDigest mac) {
        return HexFormat.of().withUpperCase().formatHex(mac.digest());
    }
}
