package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.KeyUsage;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The key usage lets a key sign. */
public final class KeyUsageForIke implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C020",
            "The key usage of an end's certificate fits IKE",
            "the other end refuses the certificate (SEC_ERROR_INADEQUATE_KEY_USAGE); "
                    + "digitalSignature, nonRepudiation or keyEncipherment, or no such extension, pass "
                    + "(pluto, measured)");

    private static final Set<KeyUsage> ENOUGH =
            Set.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.NON_REPUDIATION, KeyUsage.KEY_ENCIPHERMENT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (CertificateUse use : CertificateUse.of(facts, CertificateUse.ENDS)) {
            Optional<Set<KeyUsage>> usage = use.facts().extensions().keyUsage();
            if (usage.isPresent() && Collections.disjoint(usage.get(), ENOUGH)) {
                String stated = usage.get().stream().sorted().map(KeyUsage::label).collect(Collectors.joining(", "));
                findings.add(use.at(),
                        use.shown() + " has the key usage " + (stated.isEmpty() ? "of nothing" : stated),
                        "request a certificate with the key usage digitalSignature");
            }
        }
    }
}
