package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.openshift.Platform.ExternalTraffic;
import io.github.ipsecmaven.openshift.Platform;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** Platform None may be bare metal or anything else. */
public final class PlatformNoneIsUnclear implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-P006",
            "Platform None does not say whether tunnels are supported",
            "a cluster installed as \"any platform\" says None on bare metal, where tunnels are supported, and on "
                    + "clouds, where they are not (openshift/api, types_infrastructure.go)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Platform platform = Platform.find(facts.spec().cluster().platform()).orElseThrow();
        if (platform.externalTraffic() == ExternalTraffic.UNCLEAR && !facts.spec().tunnels().isEmpty()) {
            findings.add(facts.spec().cluster().section().at("platform"),
                    "tunnels on platform " + platform,
                    "waive this where the nodes are bare metal; elsewhere the tunnels are not supported");
        }
    }
}
