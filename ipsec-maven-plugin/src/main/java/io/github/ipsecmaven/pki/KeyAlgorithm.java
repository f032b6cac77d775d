package io.github.ipsecmaven.pki;

import java.security.PublicKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The kinds of key that behave differently in NSS or libreswan. */
public enum KeyAlgorithm {
    /** rsaEncryption. */
    RSA("RSA"),
    /** id-RSASSA-PSS: an RSA key restricted to PSS signatures. */
    RSA_PSS("RSASSA-PSS"),
    /** id-ecPublicKey, whatever the curve. */
    EC("EC"),
    /** Edwards curve 25519. */
    ED25519("Ed25519"),
    /** Edwards curve 448. */
    ED448("Ed448"),
    /** Anything else (DSA, DH, X25519, post-quantum). */
    OTHER("other");

    private final String label;

    KeyAlgorithm(String label) {
        this.label = label;
    }

    /** The name for people; except for {@link #OTHER} also the JDK's name of the key factory. */
    public String label() {
        return label;
    }

    /** The algorithm of a public key, from its encoding: the JDK calls both Edwards curves {@code EdDSA}. */
    public static KeyAlgorithm of(PublicKey key) {
        return of(SubjectPublicKeyInfo.getInstance(key.getEncoded()).getAlgorithm().getAlgorithm());
    }

    static KeyAlgorithm of(ASN1ObjectIdentifier oid) {
        if (oid.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return RSA;
        }
        if (oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return RSA_PSS;
        }
        if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return EC;
        }
        if (oid.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return ED25519;
        }
        return oid.equals(EdECObjectIdentifiers.id_Ed448) ? ED448 : OTHER;
    }
}
