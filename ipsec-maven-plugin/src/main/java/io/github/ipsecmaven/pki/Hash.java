package io.github.ipsecmaven.pki;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** The hash functions that occur in MACs and key derivations of bundles. */
enum Hash {
    SHA1("SHA-1", 64, OIWObjectIdentifiers.idSHA1, PKCSObjectIdentifiers.id_hmacWithSHA1),
    SHA224("SHA-224", 64, NISTObjectIdentifiers.id_sha224, PKCSObjectIdentifiers.id_hmacWithSHA224),
    SHA256("SHA-256", 64, NISTObjectIdentifiers.id_sha256, PKCSObjectIdentifiers.id_hmacWithSHA256),
    SHA384("SHA-384", 128, NISTObjectIdentifiers.id_sha384, PKCSObjectIdentifiers.id_hmacWithSHA384),
    SHA512("SHA-512", 128, NISTObjectIdentifiers.id_sha512, PKCSObjectIdentifiers.id_hmacWithSHA512);

    /** The JDK's name of the digest, also the one for people. */
    final String digest;
    /** The input block of the hash in bytes: {@code v} of RFC 7292 appendix B.2. */
    final int blockBytes;
    private final ASN1ObjectIdentifier digestOid;
    private final ASN1ObjectIdentifier hmacOid;

    Hash(String digest, int blockBytes, ASN1ObjectIdentifier digestOid, ASN1ObjectIdentifier hmacOid) {
        this.digest = digest;
        this.blockBytes = blockBytes;
        this.digestOid = digestOid;
        this.hmacOid = hmacOid;
    }

    boolean isDigest(ASN1ObjectIdentifier oid) {
        return digestOid.equals(oid);
    }

    static Hash ofDigest(ASN1ObjectIdentifier oid) throws BundleException {
        for (var hash : values()) {
            if (hash.isDigest(oid)) {
                return hash;
            }
        }
        throw new BundleException(BundleException.Reason.UNSUPPORTED_ALGORITHM,
                "The bundle's MAC uses a digest (" + oid + ") that is not supported.");
    }

    static Hash ofHmac(ASN1ObjectIdentifier oid) throws BundleException {
        for (var hash : values()) {
            if (hash.hmacOid.equals(oid)) {
                return hash;
            }
        }
        throw new BundleException(BundleException.Reason.UNSUPPORTED_ALGORITHM,
                "The bundle uses a keyed hash (" + oid + ") that is not supported.");
    }
}
