package io.github.ipsecmaven.spec;

import java.util.OptionalLong;

/** IPv4 addresses as libreswan and nmstate read them: four decimal numbers, nothing shorter. */
public final class Ipv4 {

    private Ipv4() {}

    public static boolean isAddress(String text) {
        return parse(text).isPresent();
    }

    /** The address as an unsigned 32-bit number, or empty where the text is none. */
    public static OptionalLong parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return OptionalLong.empty();
        }
        long address = 0;
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')
                    || (part.length() > 1 && part.startsWith("0")) || Integer.parseInt(part) > 255) {
                return OptionalLong.empty();
            }
            address = address << 8 | Integer.parseInt(part);
        }
        return OptionalLong.of(address);
    }
}
