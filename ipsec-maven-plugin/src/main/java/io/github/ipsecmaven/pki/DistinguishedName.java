package io.github.ipsecmaven.pki;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The name of a certificate's subject or issuer.
 *
 * @param text after RFC 2253, for people
 * @param canonical the JDK's canonical form: two names are the same when theirs are equal
 * @param der the encoding in lower-case hex
 * @param parts in encoded order
 */
public record DistinguishedName(String text, String canonical, String der, List<Part> parts) {

    private static final String COMMON_NAME = "2.5.4.3";

    /**
     * A type and its value.
     *
     * @param level parts of one level form one relative name; from 0
     * @param type the object identifier
     * @param text the value unescaped, where it is a text
     * @param der the value's encoding in lower-case hex
     */
    public record Part(int level, String type, Optional<String> text, String der) {}

    /** Takes a copy. */
    public DistinguishedName {
        parts = List.copyOf(parts);
    }

    /** Whether both name the same, whatever their case and encoding. */
    public boolean isSame(DistinguishedName other) {
        return canonical.equals(other.canonical);
    }

    /** The common names in encoded order, unescaped. */
    public List<String> commonNames() {
        List<String> names = new ArrayList<>();
        for (Part part : parts) {
            if (part.type().equals(COMMON_NAME) && part.text().isPresent()) {
                names.add(part.text().get());
            }
        }
        return List.copyOf(names);
    }
}
