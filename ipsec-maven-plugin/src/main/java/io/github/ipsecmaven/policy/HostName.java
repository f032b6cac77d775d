package io.github.ipsecmaven.policy;

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
        return labels[labels.length - 1].chars().allMatch(HostName::isDigit)
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
        return label.chars().filter(c -> !isAllowed(c)).boxed().findFirst().map(c -> c > ' ' && c < 127
                ? "has the character '" + (char) c.intValue() + "', which a host name cannot have"
                : "has a character that a host name cannot have");
    }

    private static boolean isAllowed(int c) {
        return isDigit(c) || c == '-' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
