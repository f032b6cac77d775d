package io.github.ipsecmaven.policy;

/** Recognises what is meant as an IPv6 address or network, well-formed or not. */
public final class Ipv6 {

    private Ipv6() {}

    /** Whether a text has at least two colons, and else nothing but what an IPv6 literal may have. */
    public static boolean isMeantBy(String text) {
        int zone = text.indexOf('%');
        String literal = zone > 0 ? text.substring(0, zone) : text;
        return literal.chars().filter(c -> c == ':').count() >= 2
                && literal.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128 || ":.[]/".indexOf(c) >= 0);
    }
}
