package io.github.ipsecmaven.proof;

import io.github.ipsecmaven.pki.Bundle;
import io.github.ipsecmaven.pki.BundleCertificate;
import io.github.ipsecmaven.pki.BundleIdentity;
import io.github.ipsecmaven.pki.BundleKey;
import io.github.ipsecmaven.pki.BundleMac;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.Encryption;
import io.github.ipsecmaven.pki.KeyAlgorithm;
import io.github.ipsecmaven.pki.KeyMatch;
import io.github.ipsecmaven.pki.PasswordForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** An opened bundle as words, both ways. Of a key they hold its kind and size; certificates are named by fingerprint. */
final class BundleWords {

    private BundleWords() {}

    static void put(Words words, Bundle bundle) {
        words.put(bundle.certificates().size());
        for (BundleCertificate each : bundle.certificates()) {
            words.put(each.friendlyName()).put(each.localKeyId()).put(each.certificate().sha256());
        }
        words.put(bundle.keys().size());
        for (BundleKey key : bundle.keys()) {
            words.put(key.friendlyName()).put(key.localKeyId()).put(key.encrypted())
                    .put(key.algorithm().name()).put(key.bits());
        }
        words.put(bundle.identities().size());
        for (BundleIdentity identity : bundle.identities()) {
            words.put(index(bundle.keys(), identity.key()))
                    .put(index(bundle.certificates(), identity.certificate()))
                    .put(identity.linked()).put(identity.match().name());
        }
        words.put(bundle.otherBags()).put(bundle.mac().isPresent());
        if (bundle.mac().isPresent()) {
            BundleMac mac = bundle.mac().get();
            words.put(mac.scheme().name()).put(mac.digest()).put(mac.prf()).put(mac.iterations());
        }
        words.put(bundle.encryptions().size());
        for (Encryption encryption : bundle.encryptions()) {
            words.put(encryption.covers().name()).put(encryption.scheme()).put(encryption.cipher())
                    .put(encryption.prf()).put(encryption.iterations());
        }
        words.put(bundle.passwordForm().name()).put(bundle.trailingBytes());
    }

    private static int index(List<?> all, Object one) {
        int index = 0;
        while (all.get(index) != one) {
            index++;
        }
        return index;
    }

    /** @throws NoSuchElementException if it holds a certificate that is not among the given ones */
    static Bundle bundle(Words words, Map<String, Certificate> bySha256) {
        List<BundleCertificate> certificates = new ArrayList<>();
        for (int left = words.number(); left > 0; left--) {
            certificates.add(new BundleCertificate(words.optional(), words.optional(),
                    Optional.ofNullable(bySha256.get(words.text())).orElseThrow()));
        }
        List<BundleKey> keys = new ArrayList<>();
        for (int left = words.number(); left > 0; left--) {
            keys.add(BundleKey.known(words.optional(), words.optional(), words.flag(),
                    words.constant(KeyAlgorithm.class), words.number()));
        }
        List<BundleIdentity> identities = new ArrayList<>();
        for (int left = words.number(); left > 0; left--) {
            identities.add(new BundleIdentity(keys.get(words.number()), certificates.get(words.number()), words.flag(),
                    words.constant(KeyMatch.class)));
        }
        return new Bundle(keys, certificates, identities, words.texts(), mac(words), encryptions(words),
                words.constant(PasswordForm.class), words.number());
    }

    private static Optional<BundleMac> mac(Words words) {
        return words.flag()
                ? Optional.of(new BundleMac(words.constant(BundleMac.Scheme.class), words.text(), words.optional(),
                        words.number()))
                : Optional.empty();
    }

    private static List<Encryption> encryptions(Words words) {
        List<Encryption> encryptions = new ArrayList<>();
        for (int left = words.number(); left > 0; left--) {
            encryptions.add(new Encryption(words.constant(Encryption.Covers.class), words.text(), words.text(),
                    words.optional(), words.number()));
        }
        return encryptions;
    }
}
