package io.github.ipsecmaven.policy;

import java.util.regex.Pattern;

/** The syntax of distinguished names as libreswan writes and reads them: {@code C=US, O=Example, CN=nas}. */
public final class DistinguishedName {

    private static final Pattern PART = Pattern.compile("\\s*[A-Za-z0-9.]+\\s*=\\s*\\S.*");

    private DistinguishedName() {}

    /** Whether every part, between commas that are not doubled or escaped, has a type and a value. */
    public static boolean isOne(String text) {
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escapes = i + 1 < text.length()
                    && (c == '\\' || c == ',' && text.charAt(i + 1) == ',');
            if (escapes) {
                part.append(text.charAt(++i));
            } else if (c != ',') {
                part.append(c);
            } else if (isPart(part)) {
                part.setLength(0);
            } else {
                return false;
            }
        }
        return isPart(part);
    }

    private static boolean isPart(CharSequence part) {
        return PART.matcher(part).matches();
    }
}
