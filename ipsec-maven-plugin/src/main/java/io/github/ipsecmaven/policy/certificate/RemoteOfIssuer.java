package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.CertificateChain;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.pki.RemoteCertificate;
import io.github.ipsecmaven.policy.DistinguishedName;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;
import java.util.List;
import java.util.Optional;

/** The authority that `rightca` asks for has to stand above the remote's certificate. */
public final class RemoteOfIssuer implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-C051",
            "The certificate of a remote comes from the authority that rightca names",
            "libreswan refuses the remote otherwise (\"no certificate matched\"); it compares the parts of the "
                    + "name in the order of the certificate, and `%same` is the issuer of the node's own "
                    + "(pluto 4.10 and 5.2, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        List<WrittenOption> options = WrittenOption.named(facts.spec(), "rightca");
        if (options.isEmpty()) {
            return;
        }
        Chains chains = new Chains(facts);
        for (WrittenOption option : options) {
            Optional<CertificateChain> chain = chain(option, chains, facts);
            if (chain.isPresent() && !names(option, chain.get(), facts)) {
                findings.add(option.at(),
                        "`rightca: " + option.text() + "` is no authority of the certificate of remote '"
                                + option.connection().remote().name() + "'",
                        "write its issuer in the order of the certificate, as `openssl x509 -noout -issuer` prints it");
            }
        }
    }

    /** Up to an anchor, through what the remote's file and the bundles hold; empty where the spec does not give it. */
    private static Optional<CertificateChain> chain(WrittenOption option, Chains chains, Facts facts) {
        Optional<RemoteCertificate> file = facts.credentials().fileOf(option.connection().remote());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        List<Certificate> candidates = Chains.certificates(file.get());
        Certificate certificate = candidates.get(0);
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            candidates.addAll(Chains.intermediates(bundle));
        }
        return chains.of(certificate, candidates);
    }

    private static boolean names(WrittenOption option, CertificateChain chain, Facts facts) {
        if (option.text().equals("%same")) {
            Optional<OpenedBundle> own = facts.credentials().identityOf(option.connection().node(), facts.spec());
            Optional<Certificate> certificate = own.isPresent() ? own.get().certificate() : Optional.empty();
            return certificate.isEmpty() || contains(chain, certificate.get());
        }
        Optional<DistinguishedName> name = DistinguishedName.parse(option.text());
        return name.isEmpty() || contains(chain, name.get());
    }

    private static boolean contains(CertificateChain chain, Certificate issued) {
        for (Certificate issuer : chain.issuers()) {
            if (issuer.facts().subjectName().isSame(issued.facts().issuerName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(CertificateChain chain, DistinguishedName name) {
        for (Certificate issuer : chain.issuers()) {
            if (isSame(issuer, name.parts())) {
                return true;
            }
        }
        return false;
    }

    /** Where a value is in hex on either side, the types have to do. */
    private static boolean isSame(Certificate issuer, List<DistinguishedName.Part> written) {
        var subject = issuer.facts().subjectName().parts();
        if (subject.size() != written.size()) {
            return false;
        }
        for (int i = 0; i < subject.size(); i++) {
            DistinguishedName.Part part = written.get(i);
            boolean comparable = subject.get(i).text().isPresent() && !part.value().startsWith("#");
            if (!subject.get(i).type().equals(part.type())
                    || comparable && !subject.get(i).text().get().strip().equals(part.value())) {
                return false;
            }
        }
        return true;
    }
}
