package io.github.ipsecmaven.runbook.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** A certificate's subject as an identity in the files of libreswan and strongSwan: in encoded order, from the root down. */
record DistinguishedName(X500Principal subject) {

    /** The types that both programs know by these names (measured with libreswan 4.10 and strongSwan 5.9.8). */
    private static final Map<ASN1ObjectIdentifier, String> NAMES = Map.of(
            BCStyle.C, "C",
            BCStyle.ST, "ST",
            BCStyle.L, "L",
            BCStyle.O, "O",
            BCStyle.OU, "OU",
            BCStyle.CN, "CN",
            BCStyle.DC, "DC",
            BCStyle.UID, "UID",
            BCStyle.EmailAddress, "E");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_](?:[-A-Za-z0-9 .:_@()']*[-A-Za-z0-9.:_@()'])?");

    /**
     * As libreswan reads it; empty where it has no word for it. A value with a slash, say, is written in hex: libreswan
     * would take no name at all, and silently expect the peer's address instead (measured).
     */
    Optional<String> libreswan() {
        List<String> parts = new ArrayList<>();
        for (RDN rdn : X500Name.getInstance(subject.getEncoded()).getRDNs()) {
            String type = NAMES.get(rdn.getFirst().getType());
            if (rdn.isMultiValued() || type == null) {
                return Optional.empty();
            }
            ASN1Encodable value = rdn.getFirst().getValue();
            parts.add(type + "=" + (isPlain(value) ? ((ASN1String) value).getString() : "#" + hex(value)));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    /** As strongSwan reads it: plain where that is safe, else the encoded name in hex. */
    String strongSwan() {
        return libreswan().filter(name -> !name.contains("#"))
                .orElseGet(() -> "asn1dn:#" + HexFormat.of().formatHex(subject.getEncoded()));
    }

    private static boolean isPlain(ASN1Encodable value) {
        return value instanceof ASN1String text && PLAIN.matcher(text.getString()).matches();
    }

    private static String hex(ASN1Encodable value) {
        try {
            return HexFormat.of().formatHex(value.toASN1Primitive().getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new UncheckedIOException("a value that was decoded encodes", e);
        }
    }
}
