package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Acm;
import java.util.Optional;

/** Advanced Cluster Management has nobody who decrypts. */
public final class SealedKeysUnderAcm implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-S012",
            "Encrypted keys are delivered by an engine that decrypts",
            "the policy generator runs no plugin that decrypts, and a policy would show the keys to the hub; the keys "
                    + "are left out of the policies, and the connections wait for them (policy-generator-plugin, "
                    + "internal/utils.go)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Optional<Acm> acm = facts.spec().delivery().acm();
        if (acm.isPresent() && facts.spec().encryption().isPresent() && !facts.spec().importingPools().isEmpty()) {
            findings.add(acm.get().section().at(),
                    "Advanced Cluster Management cannot decrypt the keys",
                    "deliver by Argo CD or Flux, or bring the keys to the cluster yourself, as "
                            + "runbook/keys.md says, and accept it:\n"
                            + "waivers: [{rule: IPSEC-S012, reason: \"...\"}]");
        }
    }
}
