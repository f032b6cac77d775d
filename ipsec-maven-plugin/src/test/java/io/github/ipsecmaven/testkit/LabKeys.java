package io.github.ipsecmaven.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** The committed lab keys, see {@code src/test/resources/lab/README.md}. */
public final class LabKeys {

    /** The instant at which they were made and are judged. */
    public static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    /** The password of {@code guarded.p12}. */
    public static final String PASSWORD = "open-sesame";

    private static final List<String> BUNDLES = List.of("left_server.p12", "guarded.p12", "worker-0.p12",
            "worker-1.p12", "worker-2.p12", "nas.p12", "gw.p12");
    private static final List<String> CERTIFICATES = List.of("ca.pem", "partner.pem", "nas.pem", "gw.pem");

    private LabKeys() {}

    /** Puts all of them into a folder, which is made. */
    public static void copyTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : BUNDLES) {
            Files.write(folder.resolve(name), bundle(name));
        }
        for (String name : CERTIFICATES) {
            Files.write(folder.resolve(name), resource(name));
        }
    }

    /** A bundle's bytes. */
    public static byte[] bundle(String name) throws IOException {
        return Base64.getMimeDecoder().decode(new String(resource(name + ".b64"), StandardCharsets.US_ASCII));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = LabKeys.class.getResourceAsStream("/lab/" + name)) {
            return in.readAllBytes();
        }
    }
}
