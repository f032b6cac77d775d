package io.github.ipsecmaven.diff;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code data:} URL after RFC 2397, with which files come in a MachineConfig. */
public final class DataUrl {

    private static final Pattern FORM = Pattern.compile("data:([^,]*),(.*)", Pattern.DOTALL);

    private DataUrl() {}

    /** The bytes of a URL; empty where it is no data URL, or a broken one. */
    public static Optional<byte[]> decode(String url) {
        Matcher matcher = FORM.matcher(url);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            String data = matcher.group(2);
            return Optional.of(matcher.group(1).endsWith(";base64") ? Base64.getDecoder().decode(data) : percent(data));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static byte[] percent(String data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < data.length(); i++) {
            if (data.charAt(i) == '%') {
                bytes.write(Integer.parseInt(data, i + 1, Math.min(i + 3, data.length()), 16));
                i += 2;
            } else {
                bytes.writeBytes(data.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
