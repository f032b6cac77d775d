package io.github.ipsecmaven.pki;

import java.math.BigInteger;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyConstraints;

/** Reads the extensions that decide what a certificate may be used for. */
final class ExtensionsReader {

    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String SUBJECT_ALT_NAME = "2.5.29.17";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";

    private static final String POLICIES = "2.5.29.32";
    private static final String POLICY_CONSTRAINTS = "2.5.29.36";
    private static final String NETSCAPE_TYPE = "2.16.840.1.113730.1.1";

    /** SKI, KU, SAN, BC, NC, certificate policies, policy mappings, AKI, policy constraints, EKU, inhibit anyPolicy. */
    private static final Set<String> KNOWN = Set.of("2.5.29.14", KEY_USAGE, SUBJECT_ALT_NAME, BASIC_CONSTRAINTS,
            NAME_CONSTRAINTS, POLICIES, "2.5.29.33", "2.5.29.35", POLICY_CONSTRAINTS, EXTENDED_KEY_USAGE, "2.5.29.54");

    private ExtensionsReader() {}

    static CertificateExtensions read(X509Certificate certificate) {
        var unreadable = new TreeSet<String>();
        var extendedKeyUsage = extendedKeyUsage(certificate);
        // The JDK keeps an extension that it cannot parse, but behaves as if it were absent.
        if (extendedKeyUsage == null && certificate.getExtensionValue(EXTENDED_KEY_USAGE) != null) {
            unreadable.add(EXTENDED_KEY_USAGE);
        }
        if (certificate.getKeyUsage() == null && certificate.getExtensionValue(KEY_USAGE) != null) {
            unreadable.add(KEY_USAGE);
        }
        if (AlternativeNames.of(certificate).isEmpty() && certificate.getExtensionValue(SUBJECT_ALT_NAME) != null) {
            unreadable.add(SUBJECT_ALT_NAME);
        }
        Optional<Boolean> ca = Optional.empty();
        int pathLength = Integer.MAX_VALUE;
        var basicConstraints = certificate.getExtensionValue(BASIC_CONSTRAINTS);
        if (basicConstraints != null) {
            try {
                var content = ASN1OctetString.getInstance(basicConstraints).getOctets();
                var constraints = BasicConstraints.getInstance(content);
                ca = Optional.of(constraints.isCA());
                if (constraints.getPathLenConstraint() != null) {
                    pathLength = bounded(constraints.getPathLenConstraint());
                }
            } catch (RuntimeException e) {
                unreadable.add(BASIC_CONSTRAINTS);
            }
        }
        if (isUnreadableConstraint(certificate.getExtensionValue(NAME_CONSTRAINTS))) {
            unreadable.add(NAME_CONSTRAINTS);
        }
        var unknown = new TreeSet<String>();
        var critical = certificate.getCriticalExtensionOIDs();
        if (critical != null) {
            unknown.addAll(critical);
            unknown.removeAll(KNOWN);
        }
        return new CertificateExtensions(
                ca,
                pathLength,
                keyUsage(certificate.getKeyUsage()),
                extendedKeyUsage == null ? List.of() : List.copyOf(extendedKeyUsage),
                netscapeTypes(certificate.getExtensionValue(NETSCAPE_TYPE)),
                certificate.getExtensionValue(NAME_CONSTRAINTS) != null,
                certificate.getExtensionValue(POLICIES) != null,
                explicitPolicy(certificate.getExtensionValue(POLICY_CONSTRAINTS)),
                List.copyOf(unknown),
                List.copyOf(unreadable));
    }

    /** Passes over what NSS passes over: constraints that it cannot read, and a number below 0 (vfychain, measured). */
    private static int explicitPolicy(byte[] extension) {
        if (extension == null) {
            return Integer.MAX_VALUE;
        }
        try {
            var constraints = PolicyConstraints.getInstance(ASN1OctetString.getInstance(extension).getOctets());
            var explicit = constraints == null ? null : constraints.getRequireExplicitPolicyMapping();
            return explicit == null || explicit.signum() < 0 ? Integer.MAX_VALUE : bounded(explicit);
        } catch (RuntimeException e) {
            return Integer.MAX_VALUE;
        }
    }

    private static int bounded(BigInteger number) {
        return number.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValueExact();
    }

    private static Optional<Set<NetscapeType>> netscapeTypes(byte[] extension) {
        if (extension == null) {
            return Optional.empty();
        }
        try {
            var bits = ASN1BitString.getInstance(ASN1OctetString.getInstance(extension).getOctets()).getBytes();
            var types = EnumSet.noneOf(NetscapeType.class);
            for (var type : NetscapeType.values()) {
                if (bits.length > 0 && (bits[0] & 0x80 >> type.ordinal()) != 0) {
                    types.add(type);
                }
            }
            return Optional.of(Set.copyOf(types));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isUnreadableConstraint(byte[] extension) {
        try {
            return extension != null
                    && NameConstraints.getInstance(ASN1OctetString.getInstance(extension).getOctets()) == null;
        } catch (RuntimeException e) {
            return true;
        }
    }

    private static List<String> extendedKeyUsage(X509Certificate certificate) {
        try {
            return certificate.getExtendedKeyUsage();
        } catch (CertificateParsingException e) {
            return null;
        }
    }

    private static Optional<Set<KeyUsage>> keyUsage(boolean[] bits) {
        if (bits == null) {
            return Optional.empty();
        }
        var usages = EnumSet.noneOf(KeyUsage.class);
        for (var usage : KeyUsage.values()) {
            if (usage.ordinal() < bits.length && bits[usage.ordinal()]) {
                usages.add(usage);
            }
        }
        return Optional.of(Set.copyOf(usages));
    }
}
