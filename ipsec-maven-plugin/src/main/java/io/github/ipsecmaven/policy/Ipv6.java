package io.github.ipsecmaven.policy;

/** Recognises what is meant as an IPv6 address or network, well-formed or not. */
public final class Ipv6 {

    private Ipv6() {}

    /** Whether a text has at least two colons, and else nothing but what an IPv6 literal may have. */
    public static boolean isMeantBy(String text) {
        int zone = text.indexOf('%');
        String literal = zone > 0 ? text.substring(0, zone) : text;
        int colons = 0;
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            boolean allowed = c < 128 && Character.digit(c, 16) >= 0 || ":.[]/".indexOf(c) >= 0;
            if (!allowed) {
                return false;
            }
            if (c == ':') {
                colons++;
            }
        }
        return colons >= 2;
    }
}
