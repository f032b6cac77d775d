package io.github.ipsecmaven.diff;

import io.github.ipsecmaven.pki.Bundle;
import io.github.ipsecmaven.pki.BundleException;
import io.github.ipsecmaven.pki.BundleReader;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.CertificateFacts;
import io.github.ipsecmaven.pki.PemException;
import io.github.ipsecmaven.pki.PemFile;
import io.github.ipsecmaven.pki.PemReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What differs between two states of a file's bytes: certificates as such, texts by line, and else that they differ. */
final class ContentDiff {

    private static final char[] NO_PASSWORD = {};

    private ContentDiff() {}

    /** @param field what the bytes are the content of */
    static List<Change> between(String field, byte[] before, byte[] after) {
        Optional<String> old = certificates(before);
        Optional<String> now = certificates(after);
        if (old.isEmpty() && now.isEmpty() && text(before).isPresent() && text(after).isPresent()) {
            return TextDiff.between(field, text(before).get(), text(after).get());
        }
        String shown = describe(before);
        String shownNow = describe(after);
        return List.of(Change.of(field, shown, shown.equals(shownNow) ? "the same in other bytes" : shownNow));
    }

    /** What bytes are, without saying anything of a key. */
    static String describe(byte[] content) {
        return certificates(content).or(() -> text(content).filter(text -> !Shown.isSecret(text)).map(text ->
                lines(text.lines().count()))).orElse(content.length + " bytes");
    }

    private static String lines(long number) {
        return number == 1 ? "a line of text" : number + " lines of text";
    }

    private static Optional<String> certificates(byte[] content) {
        try {
            return Optional.of(describe(BundleReader.read(content, NO_PASSWORD)));
        } catch (BundleException e) {
            return e.reason() == BundleException.Reason.WRONG_PASSWORD
                    ? Optional.of("a bundle with a password, " + content.length + " bytes")
                    : pem(content);
        }
    }

    private static String describe(Bundle bundle) {
        return bundle.identity()
                .map(identity -> "the bundle '" + Shown.line(identity.nickname().orElse("")) + "' of "
                        + describe(identity.certificate().certificate()))
                .orElse("a bundle without a key and its certificate");
    }

    private static Optional<String> pem(byte[] content) {
        try {
            PemFile file = PemReader.read(content);
            return file.certificates().isEmpty()
                    ? Optional.empty()
                    : Optional.of(file.certificates().stream().map(each -> describe(each.certificate()))
                            .collect(Collectors.joining(", ")));
        } catch (PemException noCertificates) {
            return Optional.empty();
        }
    }

    private static String describe(Certificate certificate) {
        CertificateFacts facts = certificate.facts();
        return "the certificate " + Shown.line(facts.subject()) + ", serial " + facts.serial() + ", "
                + facts.notBefore().atOffset(ZoneOffset.UTC).toLocalDate() + " to "
                + facts.notAfter().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Empty where bytes are no UTF-8, or hold what no text holds. */
    private static Optional<String> text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }
}
