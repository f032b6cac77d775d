package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Two anchors under one subject are hard to tell apart. */
public final class AnchorsDiffer implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-C033",
            "Two anchors have different subjects",
            "NSS keeps both and libreswan trusts both (certutil, measured), but every listing by "
                    + "nickname shows both, and one certificate given twice goes under one nickname");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Map<String, CertificateUse> firsts = new HashMap<>();
        for (CertificateUse use : CertificateUse.of(facts, Set.of(CertificateUse.Role.ANCHOR))) {
            CertificateUse first = firsts.putIfAbsent(use.facts().subject(), use);
            if (first != null && !first.at().equals(use.at())) {
                boolean same = first.certificate().equals(use.certificate());
                findings.add(use.at(),
                        use.shown() + (same ? " is that in " : " has the subject of that in ") + first.files(),
                        same ? "remove one of the two" : "keep both only until nothing is signed by the older one");
            }
        }
    }
}
