package io.github.ipsecmaven.policy;

import java.util.Locale;
import java.util.Set;

/**
 * The syntax of distinguished names as libreswan reads them: {@code C=US, O=Example, CN=nas}. It takes none at all for
 * what it cannot read: 5.2 refuses the connection or says so in a log, 4.10 is silent (measured; x509dn.c).
 */
public final class DistinguishedName {

    /** The types that libreswan knows by name, in lower case; it knows no others. */
    private static final Set<String> TYPES = Set.of("c", "st", "s", "l", "o", "ou", "cn", "dc", "uid", "e", "email",
            "emailaddress", "sn", "serialnumber", "n", "g", "i", "t", "d", "nd", "id", "un", "unstructuredname", "tcgid");

    private DistinguishedName() {}

    /**
     * Whether every part, between commas and slashes that are not escaped, has a type that libreswan knows and a value.
     * A doubled comma is an escaped one, as in identities.
     */
    public static boolean isOne(String text) {
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escapes = i + 1 < text.length()
                    && (c == '\\' || c == ',' && text.charAt(i + 1) == ',');
            if (escapes) {
                part.append(c).append(text.charAt(++i));
            } else if (c != ',' && c != '/') {
                part.append(c);
            } else if (isPart(part.toString())) {
                part.setLength(0);
            } else {
                return false;
            }
        }
        return isPart(part.toString());
    }

    private static boolean isPart(String part) {
        int equals = part.indexOf('=');
        if (equals < 0 || !TYPES.contains(part.substring(0, equals).strip().toLowerCase(Locale.ROOT))) {
            return false;
        }
        String value = part.substring(equals + 1).strip();
        return value.startsWith("#") ? isEncoded(value.substring(1)) : !value.isEmpty();
    }

    /** Whether hex digits are the tag, the length and the bytes of a value. */
    private static boolean isEncoded(String hex) {
        return hex.matches("(?:[0-9A-Fa-f]{2}){2,129}")
                && Integer.parseInt(hex.substring(2, 4), 16) == hex.length() / 2 - 2;
    }
}
