package io.github.ipsecmaven.policy.network;

import io.github.ipsecmaven.openshift.Availability;
import io.github.ipsecmaven.openshift.Platform;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Mode;
import java.util.Optional;

/** IBM Cloud does not pass ESP. */
public final class EspNeedsEncapsulation implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-N004",
            "On IBM Cloud pods' traffic is encapsulated",
            "IBM Cloud does not pass ESP, only NAT-T; the network operator encapsulates there whatever the field "
                    + "says, so the spec should not say otherwise (product documentation; cluster-network-operator, "
                    + "008-script-lib.yaml)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        ClusterSpec spec = facts.spec();
        boolean needed = Platform.find(spec.cluster().platform()).orElseThrow().natTraversalOnly()
                && spec.mode() == Mode.FULL
                && facts.release().fullEncapsulation().in(facts.version()) == Availability.Answer.YES;
        if (needed && !spec.encapsulation().equals(Optional.of("Always"))) {
            findings.add(spec.section().at(spec.encapsulation().isPresent() ? "encapsulation" : "mode"),
                    spec.encapsulation().map(written -> "`encapsulation: " + written + "`").orElse("no `encapsulation`")
                            + " on a platform that does not pass ESP",
                    "write `encapsulation: Always`");
        }
    }
}
