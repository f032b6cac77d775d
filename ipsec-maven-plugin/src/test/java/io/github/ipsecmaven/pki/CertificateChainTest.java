package io.github.ipsecmaven.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.testkit.CraftedCertificate;
import io.github.ipsecmaven.testkit.CraftedKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateChainTest {

    private static final CraftedCertificate ROOT = CraftedCertificate.authority("CN=Root").selfSigned();
    private static final CraftedCertificate MIDDLE =
            CraftedCertificate.authority("CN=Middle").keys(CraftedKeys.rsa(3072, 2)).signedBy(ROOT);
    private static final CraftedCertificate END = CraftedCertificate.end("CN=end", "a.example.com").signedBy(MIDDLE);

    private static Optional<CertificateChain> chain(CraftedCertificate end, List<CraftedCertificate> candidates) {
        return CertificateChain.of(of(end), candidates.stream().map(CertificateChainTest::of).toList(), List.of(of(ROOT)));
    }

    private static Certificate of(CraftedCertificate crafted) {
        return Certificates.of(crafted.certificate());
    }

    @Test
    void aChainLeadsThroughWhatIsThere() {
        assertEquals(List.of(of(MIDDLE)), chain(END, List.of(END, MIDDLE)).orElseThrow().intermediates());
        assertEquals(List.of(of(MIDDLE), of(ROOT)),
                chain(END, List.of(MIDDLE)).orElseThrow().issuers());
    }

    @Test
    void aNameWithoutASignatureIsNoChain() {
        CraftedCertificate other = CraftedCertificate.authority("CN=Middle").keys(CraftedKeys.rsa(3072, 0))
                .signedBy(ROOT);
        assertEquals(Optional.empty(), chain(END, List.of(other)));
        assertEquals(Optional.empty(), chain(END, List.of()));
    }

    @Test
    void aSignatureThatWasVerifiedIsNotVerifiedAgain() {
        Certificate end = of(END);
        assertEquals(Map.of(), end.signers());
        assertEquals(true, end.isSignedBy(of(MIDDLE)));
        assertEquals(false, end.isSignedBy(of(ROOT)));
        assertEquals(Map.of(of(MIDDLE).sha256(), true), end.signers());
        assertEquals(false, new Certificate(end.der(), end.facts(), Map.of(of(MIDDLE).sha256(), false)).isSignedBy(of(MIDDLE)));
    }

    @Test
    void aCircleEnds() {
        CraftedCertificate one = CraftedCertificate.authority("CN=One").keys(CraftedKeys.rsa(3072, 2))
                .signedBy(CraftedCertificate.authority("CN=Two").selfSigned());
        CraftedCertificate two = CraftedCertificate.authority("CN=Two").signedBy(one);
        assertEquals(Optional.empty(), chain(one, List.of(one, two)));
    }

    @ParameterizedTest
    @CsvSource({
        "a.example.com,   a.example.com,  true",
        "a.example.com,   A.Example.com,  true",
        "a.example.com.,  a.example.com,  false",
        "*.example.com,   a.example.com,  true",
        "*.example.com,   a.b.example.com, false",
        "*.example.com,   example.com,    false",
        "a*.example.com,  ab.example.com, false",
        "192.0.2.1,       192.0.2.1,      true",
        "192.0.2.1,       192.0.2.10,     false"})
    void aNameCoversAHost(String name, String host, boolean expected) {
        var names = of(CraftedCertificate.end("CN=x", name).signedBy(ROOT)).facts().names();
        assertEquals(expected, names.covers(host));
    }

    @Test
    void anAddressThatIsCertifiedAsAHostNameIsNone() {
        var names = of(CraftedCertificate.end("CN=x")
                .extension(CraftedCertificate.SUBJECT_ALT_NAME, false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, "192.0.2.1")))
                .signedBy(ROOT)).facts().names();
        assertEquals(false, names.covers("192.0.2.1"));
        assertEquals(List.of("192.0.2.1 (as a host name, not as an address)"), names.all());
    }
}
