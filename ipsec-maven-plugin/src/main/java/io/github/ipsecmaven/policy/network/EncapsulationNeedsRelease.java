package io.github.ipsecmaven.policy.network;

import io.github.ipsecmaven.openshift.Availability;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** Encapsulation needs a release that has the field. */
public final class EncapsulationNeedsRelease implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-N002",
            "Encapsulation needs a release that has the field",
            "an older release refuses the object under server-side apply (\"field not declared in "
                    + "schema\") and drops the field silently under client-side apply (openshift/api; backported "
                    + "to 4.16-4.18 within the stream)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Availability availability = facts.release().fullEncapsulation();
        Availability.Answer answer = availability.in(facts.version());
        if (facts.spec().encapsulation().isEmpty() || answer == Availability.Answer.YES) {
            return;
        }
        boolean unknown = answer == Availability.Answer.UNKNOWN;
        findings.add(facts.spec().section().keyAt("encapsulation"),
                "OpenShift " + facts.version() + (unknown ? " may lack" : " has no") + " `encapsulation`",
                "the field is there " + availability.describe(facts.version()) + (unknown
                        ? "; look with `oc explain network.operator.spec.defaultNetwork.ovnKubernetesConfig.ipsecConfig`, and "
                                + "waive this finding where it is there; else remove the line"
                        : "; remove the line"));
    }
}
