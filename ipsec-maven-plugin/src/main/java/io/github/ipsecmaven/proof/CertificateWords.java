package io.github.ipsecmaven.proof;

import io.github.ipsecmaven.pki.AlternativeNames;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.CertificateExtensions;
import io.github.ipsecmaven.pki.CertificateFacts;
import io.github.ipsecmaven.pki.DistinguishedName;
import io.github.ipsecmaven.pki.KeyAlgorithm;
import io.github.ipsecmaven.pki.KeyUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A certificate as words, both ways: what it is, what it says, and whose signature was verified. */
final class CertificateWords {

    private CertificateWords() {}

    static Words of(Certificate certificate) {
        CertificateFacts facts = certificate.facts();
        Words words = Words.none().put(Base64.getEncoder().encodeToString(certificate.der())).put(facts.sha256());
        put(words, facts.subjectName());
        put(words, facts.issuerName());
        words.put(facts.serial()).put(facts.names().dns()).put(facts.names().ips()).put(facts.names().emails())
                .put(facts.notBefore()).put(facts.notAfter())
                .put(facts.keyAlgorithm().name()).put(facts.keyBits()).put(facts.signatureHash())
                .put(facts.selfSigned());
        CertificateExtensions extensions = facts.extensions();
        words.put(extensions.ca()).put(extensions.pathLength()).put(extensions.keyUsage().isPresent());
        if (extensions.keyUsage().isPresent()) {
            words.put(new TreeSet<>(extensions.keyUsage().get()));
        }
        words.put(extensions.extendedKeyUsage()).put(extensions.nameConstraints())
                .put(extensions.unknownCritical()).put(extensions.unreadable());
        words.put(certificate.signers().size());
        for (Map.Entry<String, Boolean> signer : certificate.signers().entrySet()) {
            words.put(signer.getKey()).put(signer.getValue());
        }
        return words;
    }

    static Certificate certificate(Words words) {
        byte[] der = Base64.getDecoder().decode(words.text());
        String sha256 = words.text();
        CertificateFacts facts = new CertificateFacts(name(words), name(words), words.text(),
                new AlternativeNames(words.texts(), words.texts(), words.texts()),
                Instant.parse(words.text()), Instant.parse(words.text()),
                words.constant(KeyAlgorithm.class), words.number(), words.optional(), words.flag(),
                extensions(words), sha256);
        Map<String, Boolean> signers = new TreeMap<>();
        for (int left = words.number(); left > 0; left--) {
            signers.put(words.text(), words.flag());
        }
        return new Certificate(der, facts, signers);
    }

    private static CertificateExtensions extensions(Words words) {
        Optional<String> written = words.optional();
        Optional<Boolean> ca = written.isPresent() ? Optional.of(Boolean.valueOf(written.get())) : Optional.empty();
        int pathLength = words.number();
        Optional<Set<KeyUsage>> usages = words.flag() ? Optional.of(usages(words.texts())) : Optional.empty();
        return new CertificateExtensions(ca, pathLength, usages, words.texts(), words.flag(), words.texts(), words.texts());
    }

    private static Set<KeyUsage> usages(List<String> names) {
        Set<KeyUsage> usages = EnumSet.noneOf(KeyUsage.class);
        for (String name : names) {
            usages.add(KeyUsage.valueOf(name));
        }
        return Set.copyOf(usages);
    }

    private static void put(Words words, DistinguishedName name) {
        words.put(name.text()).put(name.canonical()).put(name.der()).put(name.parts().size());
        for (DistinguishedName.Part part : name.parts()) {
            words.put(part.level()).put(part.type()).put(part.text()).put(part.der());
        }
    }

    private static DistinguishedName name(Words words) {
        String text = words.text();
        String canonical = words.text();
        String der = words.text();
        List<DistinguishedName.Part> parts = new ArrayList<>();
        for (int left = words.number(); left > 0; left--) {
            parts.add(new DistinguishedName.Part(words.number(), words.text(), words.optional(), words.text()));
        }
        return new DistinguishedName(text, canonical, der, parts);
    }
}
