package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.CertificateExtensions;
import io.github.ipsecmaven.pki.NetscapeType;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The extended key usage names a purpose that NSS takes for IPsec. */
public final class ExtendedKeyUsageForIke implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C021",
            "The extended key usage of a chain fits IPsec",
            "a certificate for code signing, time stamping, OCSP or an unknown purpose alone is "
                    + "refused by the other end (SEC_ERROR_INADEQUATE_CERT_TYPE), in an authority too "
                    + "(pluto, measured)");

    /**
     * Server, client and mail authentication, ipsecEndSystem, ipsecTunnel, ipsecUser, ipsecIKE (RFC 4945), any,
     * Microsoft's IKE intermediate, and Netscape's step-up.
     */
    private static final Set<String> ENOUGH = Set.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.4",
            "1.3.6.1.5.5.7.3.5", "1.3.6.1.5.5.7.3.6", "1.3.6.1.5.5.7.3.7", "1.3.6.1.5.5.7.3.17", "2.5.29.37.0",
            "1.3.6.1.5.5.8.2.2", "2.16.840.1.113730.4.1");

    private static final Set<NetscapeType> ENOUGH_OF_END =
            Set.of(NetscapeType.SSL_CLIENT, NetscapeType.SSL_SERVER, NetscapeType.EMAIL);

    private static final Set<NetscapeType> ENOUGH_OF_AUTHORITY = Set.of(NetscapeType.SSL_CA, NetscapeType.EMAIL_CA);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** NSS adds up what the extended key usage and Netscape's type allow: either is enough (vfychain, measured). */
    @Override
    public void check(Facts facts, Findings findings) {
        for (CertificateUse use : CertificateUse.of(facts)) {
            CertificateExtensions extensions = use.facts().extensions();
            List<String> purposes = new ArrayList<>(extensions.extendedKeyUsage());
            boolean enough = !Collections.disjoint(purposes, ENOUGH);
            if (extensions.netscapeTypes().isPresent()) {
                Set<NetscapeType> types = extensions.netscapeTypes().get();
                boolean end = CertificateUse.ENDS.contains(use.role());
                enough |= !Collections.disjoint(types, end ? ENOUGH_OF_END : ENOUGH_OF_AUTHORITY);
                purposes.add("nsCertType " + shown(types));
            }
            if (!purposes.isEmpty() && !enough) {
                findings.add(use.at(),
                        use.shown() + " is only for the purpose " + String.join(", ", purposes),
                        "request a certificate with the extended key usage serverAuth and clientAuth, or without any"
                                + (extensions.netscapeTypes().isPresent() ? " and without nsCertType" : ""));
            }
        }
    }

    private static String shown(Set<NetscapeType> types) {
        return types.isEmpty() ? "of nothing"
                : types.stream().sorted().map(NetscapeType::label).collect(Collectors.joining(" "));
    }
}
