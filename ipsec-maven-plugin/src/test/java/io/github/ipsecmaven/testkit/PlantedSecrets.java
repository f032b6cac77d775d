package io.github.ipsecmaven.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Secrets that a test has put into a run, in every spelling in which they could come out of it. */
public final class PlantedSecrets {

    private static final int WINDOW = 24;
    private static final int STEP = 61;

    private final Map<String, String> spellings = new TreeMap<>();

    /** Plants a password, which may come out as it is. */
    public PlantedSecrets password(String password) {
        spellings.put(password, "a password");
        return bytes("a password", password.getBytes(StandardCharsets.UTF_8));
    }

    /** Plants bytes, of which any piece of 24 may come out: raw, as hex, or within base64 at any alignment. */
    public PlantedSecrets bytes(String name, byte[] bytes) {
        int window = Math.min(WINDOW, bytes.length);
        for (int from = 0; from + window <= bytes.length; from += STEP) {
            byte[] piece = Arrays.copyOfRange(bytes, from, from + window);
            String place = name + " from byte " + from;
            spellings.put(new String(piece, StandardCharsets.ISO_8859_1), place);
            spellings.put(HexFormat.of().formatHex(piece), place);
            spellings.put(HexFormat.of().withUpperCase().formatHex(piece), place);
            for (int skipped = 0; skipped < 3; skipped++) {
                int whole = (piece.length - skipped) / 3 * 3;
                spellings.put(Base64.getEncoder().encodeToString(Arrays.copyOfRange(piece, skipped, skipped + whole)), place);
            }
        }
        return this;
    }

    /** The first secret in a text, in which base64 may be broken into lines. */
    public Optional<String> firstIn(String text) {
        String oneLine = text.replaceAll("\\s", "");
        return spellings.entrySet().stream()
                .filter(spelling -> text.contains(spelling.getKey()) || oneLine.contains(spelling.getKey()))
                .map(Map.Entry::getValue).findFirst();
    }
}
