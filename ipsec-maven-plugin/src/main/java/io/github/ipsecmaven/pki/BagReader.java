package io.github.ipsecmaven.pki;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.SafeBag;

/** Walks decrypted lists of bags and sorts them by kind. Keys stay encrypted: nothing is derived here. */
final class BagReader {
    private static final int MAX_NESTING = 4;

    /** A key bag; {@code decryption} is empty where the bag is a plain one. */
    record KeyBag(BagAttributes attributes, Optional<Decryption> decryption, byte[] content) {
    }

    /** A certificate bag that is not parsed yet. */
    record CertificateBag(BagAttributes attributes, byte[] der) {
    }

    private final List<KeyBag> keys = new ArrayList<>();
    private final List<CertificateBag> certificates = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private int count;

    List<KeyBag> keys() {
        return keys;
    }

    List<CertificateBag> certificates() {
        return certificates;
    }

    List<String> others() {
        return others;
    }

    void read(ASN1Sequence bags) throws BundleException {
        read(bags, 0);
    }

    private void read(ASN1Sequence bags, int depth) throws BundleException {
        if (depth > MAX_NESTING) {
            throw new BundleException(BundleException.Reason.TOO_MANY_BAGS, "The bundle nests bags too deep.");
        }
        for (var element : bags) {
            if (++count > BundleReader.MAX_BAGS) {
                throw new BundleException(BundleException.Reason.TOO_MANY_BAGS,
                        "The bundle holds more than " + BundleReader.MAX_BAGS + " bags.");
            }
            readBag(SafeBag.getInstance(element), depth);
        }
    }

    private void readBag(SafeBag bag, int depth) throws BundleException {
        var id = bag.getBagId();
        var attributes = BagAttributes.of(bag.getBagAttributes());
        if (id.equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
            var shrouded = EncryptedPrivateKeyInfo.getInstance(bag.getBagValue());
            var decryption = Decryption.of(shrouded.getEncryptionAlgorithm());
            keys.add(new KeyBag(attributes, Optional.of(decryption), shrouded.getEncryptedData()));
        } else if (id.equals(PKCSObjectIdentifiers.keyBag)) {
            keys.add(new KeyBag(attributes, Optional.empty(), BundleReader.encoded(bag.getBagValue())));
        } else if (id.equals(PKCSObjectIdentifiers.certBag)) {
            var certificate = CertBag.getInstance(bag.getBagValue());
            if (certificate.getCertId().equals(PKCSObjectIdentifiers.x509Certificate)) {
                var der = ASN1OctetString.getInstance(certificate.getCertValue()).getOctets();
                certificates.add(new CertificateBag(attributes, der));
            } else {
                others.add(certificate.getCertId().getId());
            }
        } else if (id.equals(PKCSObjectIdentifiers.safeContentsBag)) {
            read(ASN1Sequence.getInstance(bag.getBagValue()), depth + 1);
        } else {
            others.add(id.getId());
        }
    }
}
