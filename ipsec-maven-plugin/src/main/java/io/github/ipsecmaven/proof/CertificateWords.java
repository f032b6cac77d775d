package io.github.ipsecmaven.proof;

import io.github.ipsecmaven.pki.AlternativeNames;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.CertificateExtensions;
import io.github.ipsecmaven.pki.CertificateFacts;
import io.github.ipsecmaven.pki.DistinguishedName;
import io.github.ipsecmaven.pki.KeyAlgorithm;
import io.github.ipsecmaven.pki.KeyUsage;
import io.github.ipsecmaven.pki.NetscapeType;
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
        words.put(extensions.ca()).put(extensions.pathLength());
        put(words, extensions.keyUsage());
        words.put(extensions.extendedKeyUsage());
        put(words, extensions.netscapeTypes());
        words.put(extensions.nameConstraints()).put(extensions.policies()).put(extensions.explicitPolicy())
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
        return new CertificateExtensions(ca, pathLength, constants(KeyUsage.class, words), words.texts(),
                constants(NetscapeType.class, words), words.flag(), words.flag(), words.number(),
                words.texts(), words.texts());
    }

    private static <E extends Enum<E>> void put(Words words, Optional<Set<E>> constants) {
        words.put(constants.isPresent());
        if (constants.isPresent()) {
            words.put(new TreeSet<>(constants.get()));
        }
    }

    private static <E extends Enum<E>> Optional<Set<E>> constants(Class<E> type, Words words) {
        if (!words.flag()) {
            return Optional.empty();
        }
        Set<E> constants = EnumSet.noneOf(type);
        for (String name : words.texts()) {
            constants.add(Enum.valueOf(type, name));
        }
        return Optional.of(Set.copyOf(constants));
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
