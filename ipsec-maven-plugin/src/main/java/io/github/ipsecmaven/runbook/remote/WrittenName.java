package io.github.ipsecmaven.runbook.remote;

import io.github.ipsecmaven.pki.DistinguishedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A certificate's subject as an identity in the files of libreswan and strongSwan: in encoded order, from the root down. */
record WrittenName(DistinguishedName subject) {

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

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_](?:[-A-Za-z0-9 .:_@()']*[-A-Za-z0-9.:_@()'])?");

    /**
     * As libreswan reads it; empty where it has no word for it. A value with a slash, say, is written in hex: libreswan
     * would take no name at all, and silently expect the peer's address instead (measured).
     */
    Optional<String> libreswan() {
        List<String> written = new ArrayList<>();
        for (DistinguishedName.Part part : subject.parts()) {
            String type = NAMES.get(part.type());
            if (type == null || part.level() < written.size()) {
                return Optional.empty();
            }
            written.add(type + "=" + part.text().filter(text -> PLAIN.matcher(text).matches()).orElse("#" + part.der()));
        }
        return written.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", written));
    }

    /** As strongSwan reads it: plain where that is safe, else the encoded name in hex. */
    String strongSwan() {
        return libreswan().filter(name -> !name.contains("#")).orElseGet(() -> "asn1dn:#" + subject.der());
    }
}
