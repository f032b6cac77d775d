package io.github.ipsecmaven.runbook.remote;

/** Values that need no quotes: ASCII letters, digits, and the marks that a program takes for nothing else. */
final class AsciiWord {

    private AsciiWord() {}

    /** Whether a text is not empty and holds letters, digits and the given marks only. */
    static boolean isOf(String text, String marks) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!alphanumeric && marks.indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
