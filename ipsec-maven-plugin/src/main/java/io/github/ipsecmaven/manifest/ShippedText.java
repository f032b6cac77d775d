package io.github.ipsecmaven.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The texts that ship with the plugin, each read once for all clusters. */
public final class ShippedText {

    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private ShippedText() {}

    /** The text of a resource beside a class. */
    public static String beside(Class<?> type, String name) {
        String path = type.getPackageName() + "/" + name;
        String known = TEXTS.get(path);
        if (known == null) {
            known = read(type, name);
            TEXTS.put(path, known);
        }
        return known;
    }

    private static String read(Class<?> type, String name) {
        try (InputStream in = type.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's own " + name + " cannot be read", e);
        }
    }
}
