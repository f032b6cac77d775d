package io.github.ipsecmaven.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The {@code contents} of an Ignition file: a data URL (RFC 2397), base64 or percent-encoded, maybe compressed. */
final class DataUrl {

    private static final Set<String> PLAIN = Set.of("", "none");

    private DataUrl() {}

    /**
     * @param source the data URL
     * @param compression null, empty or {@code none} for none, or {@code gzip}
     * @throws IllegalArgumentException if it is no data URL, is not encoded as it says, or is compressed in another
     *     way; the message holds nothing of the data
     */
    static Payload decode(String source, String compression) {
        byte[] bytes = bytes(source);
        if (compression == null || PLAIN.contains(compression)) {
            return new Payload(bytes);
        }
        if (!compression.equals("gzip")) {
            throw new IllegalArgumentException("unknown compression " + compression);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new Payload(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the data is not gzip", e);
        }
    }

    private static byte[] bytes(String source) {
        int comma = source.indexOf(',');
        if (!source.startsWith("data:") || comma < 0) {
            throw new IllegalArgumentException("not a data URL");
        }
        String data = source.substring(comma + 1);
        return source.substring(0, comma).endsWith(";base64") ? Base64.getDecoder().decode(data) : percentDecoded(data);
    }

    /** Unlike {@code URLDecoder}, leaves a plus sign a plus sign. */
    private static byte[] percentDecoded(String data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] encoded = data.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%') {
                if (i + 2 >= encoded.length) {
                    throw new IllegalArgumentException("a data URL ends inside a percent escape");
                }
                bytes.write(HexFormat.fromHexDigits(data, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(encoded[i]);
            }
        }
        return bytes.toByteArray();
    }
}
