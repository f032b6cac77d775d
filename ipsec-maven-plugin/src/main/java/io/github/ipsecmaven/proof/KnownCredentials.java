package io.github.ipsecmaven.proof;

import io.github.ipsecmaven.pki.Bundle;
import io.github.ipsecmaven.pki.BundleSource;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.tree.KnownFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of the files that a spec names, so that whoever edits the spec need not wait for them to be opened again.
 *
 * @param certificates by fingerprint
 * @param bundles by what they were read from
 */
public record KnownCredentials(SortedMap<String, Certificate> certificates, Map<BundleSource, Bundle> bundles) {

    private static final String CERTIFICATE = "certificate\t";
    private static final String BUNDLE = "bundle\t";

    /** What opening them told. */
    public static KnownCredentials of(Credentials credentials) {
        KnownCredentials known = new KnownCredentials(new TreeMap<>(), new LinkedHashMap<>());
        for (Certificate certificate : credentials.certificates()) {
            known.add(certificate);
        }
        for (OpenedBundle bundle : credentials.bundles().values()) {
            known.bundles.put(bundle.source(), bundle.content());
        }
        return known;
    }

    private void add(Certificate certificate) {
        certificates.put(certificate.sha256(), certificate);
    }

    /** As lines. A bundle whose password file cannot be looked at is left out. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Certificate certificate : certificates.values()) {
            text.append(CERTIFICATE).append(CertificateWords.of(certificate).line()).append('\n');
        }
        for (Map.Entry<BundleSource, Bundle> bundle : bundles.entrySet()) {
            BundleSource source = bundle.getKey();
            Optional<String> touched = touched(source.passwordFile());
            if (touched.isPresent()) {
                Words words = Words.none().put(source.sha256()).put(source.variable()).put(source.passwordFile())
                        .put(touched.get());
                BundleWords.put(words, bundle.getValue());
                text.append(BUNDLE).append(words.line()).append('\n');
            }
        }
        return text.toString();
    }

    /**
     * What {@link #text} wrote, without the bundles whose password file was touched since.
     *
     * @throws RuntimeException of any kind for another text
     */
    public static KnownCredentials parse(String text) {
        KnownCredentials known = new KnownCredentials(new TreeMap<>(), new LinkedHashMap<>());
        for (String line : text.split("\n")) {
            if (line.startsWith(CERTIFICATE)) {
                known.add(CertificateWords.certificate(Words.of(line.substring(CERTIFICATE.length()))));
            } else if (line.startsWith(BUNDLE)) {
                known.addBundle(Words.of(line.substring(BUNDLE.length())));
            } else if (!line.isEmpty()) {
                throw new IllegalArgumentException("not a line of ours");
            }
        }
        return known;
    }

    private void addBundle(Words words) {
        String sha256 = words.text();
        Optional<String> variable = words.optional();
        Optional<String> passwordFile = words.optional();
        BundleSource source = new BundleSource(sha256, variable,
                passwordFile.isPresent() ? Optional.of(Path.of(passwordFile.get())) : Optional.empty());
        Optional<String> then = Optional.of(words.text());
        Bundle bundle = BundleWords.bundle(words, certificates);
        if (touched(source.passwordFile()).equals(then)) {
            bundles.put(source, bundle);
        }
    }

    /** What changes when a password file is written; nothing of its content. */
    private static Optional<String> touched(Optional<Path> passwordFile) {
        try {
            return Optional.of(passwordFile.isEmpty() ? "" : KnownFile.touched(passwordFile.get()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
