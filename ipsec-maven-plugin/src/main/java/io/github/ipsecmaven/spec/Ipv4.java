package io.github.ipsecmaven.spec;

import java.util.OptionalLong;

/** IPv4 addresses as libreswan and nmstate read them: four decimal numbers, nothing shorter. */
public final class Ipv4 {

    private static final int PARTS = 4;
    private static final int LARGEST_PART = 255;

    private Ipv4() {}

    public static boolean isAddress(String text) {
        return parse(text).isPresent();
    }

    /** The address as an unsigned 32-bit number, or empty where the text is none. */
    public static OptionalLong parse(String text) {
        long address = 0;
        int start = 0;
        for (int part = 1; part <= PARTS; part++) {
            int end = part < PARTS ? text.indexOf('.', start) : text.length();
            int number = end < 0 ? -1 : decimal(text, start, end);
            if (number < 0 || number > LARGEST_PART) {
                return OptionalLong.empty();
            }
            address = address << 8 | number;
            start = end + 1;
        }
        return OptionalLong.of(address);
    }

    /** A part of the text as a number of up to three digits without leading zeros; negative where it is none. */
    static int decimal(String text, int start, int end) {
        int digits = end - start;
        if (digits < 1 || digits > 3 || digits > 1 && text.charAt(start) == '0') {
            return -1;
        }
        int number = 0;
        for (int i = start; i < end; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = 10 * number + digit - '0';
        }
        return number;
    }
}
