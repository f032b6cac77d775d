package io.github.ipsecmaven.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A distinguished name as libreswan reads it: {@code C=US, O=Example, CN=nas}. It takes none at all for what it cannot
 * read: 5.2 refuses the connection or says so in a log, 4.10 is silent (measured; x509dn.c).
 *
 * @param parts in the order written
 */
public record DistinguishedName(List<Part> parts) {

    /** The types that libreswan knows by name, in lower case, with their object identifiers; it knows no others. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("c", "2.5.4.6"),
            Map.entry("st", "2.5.4.8"),
            Map.entry("l", "2.5.4.7"),
            Map.entry("o", "2.5.4.10"),
            Map.entry("ou", "2.5.4.11"),
            Map.entry("cn", "2.5.4.3"),
            Map.entry("dc", "0.9.2342.19200300.100.1.25"),
            Map.entry("uid", "0.9.2342.19200300.100.1.1"),
            Map.entry("e", "1.2.840.113549.1.9.1"),
            Map.entry("email", "1.2.840.113549.1.9.1"),
            Map.entry("emailaddress", "1.2.840.113549.1.9.1"),
            Map.entry("sn", "2.5.4.5"),
            Map.entry("serialnumber", "2.5.4.5"),
            Map.entry("s", "2.5.4.4"),
            Map.entry("t", "2.5.4.12"),
            Map.entry("d", "2.5.4.13"),
            Map.entry("n", "2.5.4.41"),
            Map.entry("g", "2.5.4.42"),
            Map.entry("i", "2.5.4.43"),
            Map.entry("id", "2.5.4.45"),
            Map.entry("un", "1.2.840.113549.1.9.2"),
            Map.entry("unstructuredname", "1.2.840.113549.1.9.2"),
            Map.entry("nd", "ND"),
            Map.entry("tcgid", "TCGID"));

    /**
     * A type and its value.
     *
     * @param type the object identifier; of two rare types the name
     * @param value unescaped; a value in hex with the {@code #} before it
     */
    public record Part(String type, String value) {

        /** Whether an identity with this part fits every value of the type (pluto 4.10 and 5.2, measured). */
        public boolean isWildcard() {
            return value.equals("*");
        }
    }

    /** Takes a copy. */
    public DistinguishedName {
        parts = List.copyOf(parts);
    }

    /** Whether libreswan reads a text as a distinguished name. */
    public static boolean isOne(String text) {
        return parse(text).isPresent();
    }

    /**
     * Reads a text; empty unless every part, between commas and slashes that are not escaped, has a type that libreswan
     * knows and a value. A doubled comma is an escaped one, as in identities.
     */
    public static Optional<DistinguishedName> parse(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder written = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            boolean escapes = i + 1 < text.length()
                    && (text.charAt(i) == '\\' || text.charAt(i) == ',' && text.charAt(i + 1) == ',');
            if (escapes) {
                written.append(text.charAt(++i));
            } else if (i < text.length() && text.charAt(i) != ',' && text.charAt(i) != '/') {
                written.append(text.charAt(i));
            } else {
                Optional<Part> part = part(written.toString());
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(part.get());
                written.setLength(0);
            }
        }
        return Optional.of(new DistinguishedName(parts));
    }

    private static Optional<Part> part(String written) {
        int equals = written.indexOf('=');
        String type = equals < 0 ? null : TYPES.get(written.substring(0, equals).strip().toLowerCase(Locale.ROOT));
        String value = written.substring(equals + 1).strip();
        boolean readable = value.startsWith("#") ? isEncoded(value.substring(1)) : !value.isEmpty();
        return type != null && readable ? Optional.of(new Part(type, value)) : Optional.empty();
    }

    /** Whether hex digits are the tag, the length and the bytes of a value. */
    private static boolean isEncoded(String hex) {
        return hex.matches("(?:[0-9A-Fa-f]{2}){2,129}")
                && Integer.parseInt(hex.substring(2, 4), 16) == hex.length() / 2 - 2;
    }
}
