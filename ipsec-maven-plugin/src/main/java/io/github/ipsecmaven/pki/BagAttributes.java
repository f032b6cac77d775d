package io.github.ipsecmaven.pki;

import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BMPString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** The two attributes of a bag that NSS looks at: the name, unchanged, and the localKeyId in lower-case hex. */
record BagAttributes(Optional<String> friendlyName, Optional<String> localKeyId) {

    /** Reads the first value of each attribute; {@code attributes} may be null, which means none. */
    static BagAttributes of(ASN1Set attributes) {
        Optional<String> name = Optional.empty();
        Optional<String> id = Optional.empty();
        if (attributes != null) {
            for (ASN1Encodable element : attributes) {
                var attribute = Attribute.getInstance(element);
                if (attribute.getAttrValues().size() == 0) {
                    continue;
                }
                var value = attribute.getAttrValues().getObjectAt(0);
                if (attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_friendlyName) && name.isEmpty()) {
                    name = Optional.of(ASN1BMPString.getInstance(value).getString());
                } else if (attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_localKeyId) && id.isEmpty()) {
                    id = Optional.of(HexFormat.of().formatHex(ASN1OctetString.getInstance(value).getOctets()));
                }
            }
        }
        return new BagAttributes(name, id);
    }
}
