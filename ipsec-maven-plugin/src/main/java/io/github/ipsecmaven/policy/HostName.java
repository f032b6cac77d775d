package io.github.ipsecmaven.policy;

import java.util.Locale;
import java.util.Optional;

/** The syntax of host names: RFC 1123, section 2.1. */
public final class HostName {

    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    private HostName() {}

    /** Why a text is no host name, as the end of a sentence; empty where it is one. */
    public static Optional<String> fault(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("is longer than " + LONGEST + " characters");
        }
        if (text.endsWith(".")) {
            return Optional.of("ends with a dot");
        }
        String[] labels = text.split("\\.", -1);
        for (String label : labels) {
            Optional<String> fault = faultOfLabel(label);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return isNumber(labels[labels.length - 1].toLowerCase(Locale.ROOT))
                ? Optional.of("looks like an IPv4 address and is none") : Optional.empty();
    }

    private static Optional<String> faultOfLabel(String label) {
        if (label.isEmpty()) {
            return Optional.of("has nothing between two dots");
        }
        if (label.length() > LONGEST_LABEL) {
            return Optional.of("has a part of more than " + LONGEST_LABEL + " characters");
        }
        if (label.startsWith("-") || label.endsWith("-")) {
            return Optional.of("has a part that starts or ends with '-'");
        }
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (!isAllowed(c)) {
                return Optional.of(c > ' ' && c < 127
                        ? "has the character '" + c + "', which a host name cannot have"
                        : "has a character that a host name cannot have");
            }
        }
        return Optional.empty();
    }

    /** Whether a name is the loopback's on every machine. */
    public static boolean isLocalhost(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("localhost.localdomain") || name.endsWith(".localhost");
    }

    /** Whether inet_aton(3), which reads an address before anybody is asked for a name, takes it for a part of one. */
    private static boolean isNumber(String label) {
        boolean hex = label.startsWith("0x");
        for (int i = hex ? 2 : 0; i < label.length(); i++) {
            if (Character.digit(label.charAt(i), hex ? 16 : 10) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(char c) {
        return isDigit(c) || c == '-' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
