package io.github.ipsecmaven.runbook.remote;

import io.github.ipsecmaven.pki.DistinguishedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A certificate's subject as an identity in the files of libreswan and strongSwan: in encoded order, from the root
 * down.
 *
 * @param libreswan as libreswan reads it; empty where it has no word for it. A value with a slash, say, is written in
 *     hex: libreswan would take no name at all, and silently expect the peer's address instead (measured)
 * @param strongSwan as strongSwan reads it: plain where that is safe, else the encoded name in hex
 */
record WrittenName(Optional<String> libreswan, String strongSwan) {

    /** The types that both programs know by these names (measured with libreswan 4.10 and strongSwan 5.9.8). */
    private static final Map<String, String> NAMES = Map.of(
            "2.5.4.6", "C",
            "2.5.4.8", "ST",
            "2.5.4.7", "L",
            "2.5.4.10", "O",
            "2.5.4.11", "OU",
            "2.5.4.3", "CN",
            "0.9.2342.19200300.100.1.25", "DC",
            "0.9.2342.19200300.100.1.1", "UID",
            "1.2.840.113549.1.9.1", "E");

    private static final String MARKS = "-_ .:@()'";

    static WrittenName of(DistinguishedName subject) {
        Optional<String> libreswan = libreswan(subject);
        boolean safe = libreswan.isPresent() && !libreswan.get().contains("#");
        return new WrittenName(libreswan, safe ? libreswan.get() : "asn1dn:#" + subject.der());
    }

    private static Optional<String> libreswan(DistinguishedName subject) {
        List<String> written = new ArrayList<>();
        for (DistinguishedName.Part part : subject.parts()) {
            String type = NAMES.get(part.type());
            if (type == null || part.level() < written.size()) {
                return Optional.empty();
            }
            boolean plain = part.text().isPresent() && isPlain(part.text().get());
            written.add(type + "=" + (plain ? part.text().get() : "#" + part.der()));
        }
        return written.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", written));
    }

    private static boolean isPlain(String text) {
        return AsciiWord.isOf(text, MARKS) && AsciiWord.isOf(text.substring(0, 1), "_") && !text.endsWith(" ");
    }
}
