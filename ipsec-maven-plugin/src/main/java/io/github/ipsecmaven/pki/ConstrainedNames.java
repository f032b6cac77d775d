package io.github.ipsecmaven.pki;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;

/** What an authority's name constraints (RFC 5280 section 4.2.1.10) say of a certificate below it. */
public final class ConstrainedNames {

    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final String SUBJECT_ALT_NAME = "2.5.29.17";

    private ConstrainedNames() {
    }

    /**
     * The first name of a certificate that an issuer's constraints refuse; empty where there is none, or where one of
     * the two extensions is {@link CertificateExtensions#unreadable}.
     *
     * @param issuer has the extension: {@link CertificateExtensions#nameConstraints}
     */
    public static Optional<String> refused(Certificate issuer, Certificate certificate) {
        try {
            return refused(issuer.x509().getExtensionValue(NAME_CONSTRAINTS), certificate.x509());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> refused(byte[] extension, X509Certificate certificate) {
        var validator = validator(NameConstraints.getInstance(ASN1OctetString.getInstance(extension).getOctets()));
        for (var name : names(certificate)) {
            try {
                validator.checkPermitted(name);
                validator.checkExcluded(name);
            } catch (NameConstraintValidatorException e) {
                return Optional.of(name.getName().toString());
            }
        }
        return Optional.empty();
    }

    private static PKIXNameConstraintValidator validator(NameConstraints constraints) {
        var validator = new PKIXNameConstraintValidator();
        if (constraints.getPermittedSubtrees() != null) {
            validator.intersectPermittedSubtree(constraints.getPermittedSubtrees());
        }
        if (constraints.getExcludedSubtrees() != null) {
            for (var subtree : constraints.getExcludedSubtrees()) {
                validator.addExcludedSubtree(subtree);
            }
        }
        return validator;
    }

    private static List<GeneralName> names(X509Certificate certificate) {
        var names = new ArrayList<GeneralName>();
        var subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        if (subject.getRDNs().length > 0) {
            names.add(new GeneralName(subject));
        }
        var alternatives = certificate.getExtensionValue(SUBJECT_ALT_NAME);
        if (alternatives != null) {
            var content = ASN1OctetString.getInstance(alternatives).getOctets();
            names.addAll(List.of(GeneralNames.getInstance(content).getNames()));
        }
        return names;
    }
}
