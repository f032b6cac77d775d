package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.openshift.Platform.ExternalTraffic;
import io.github.ipsecmaven.openshift.Platform;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Mode;
import java.util.stream.Collectors;

/** The product names the platforms on which it supports tunnels. */
public final class PlatformSupportsTunnels implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-P005",
            "Tunnels to hosts outside the cluster need a supported platform",
            "the product supports them on bare metal, Google Cloud, OpenStack and vSphere only (product "
                    + "documentation, \"Configuring IPsec encryption for external traffic\")");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        ClusterSpec spec = facts.spec();
        boolean external = spec.mode() == Mode.EXTERNAL && spec.connections().isEmpty();
        Platform platform = Platform.find(spec.cluster().platform()).orElseThrow();
        if (platform.externalTraffic() == ExternalTraffic.UNSUPPORTED && (external || !spec.tunnels().isEmpty())) {
            findings.add(spec.cluster().section().at("platform"),
                    (external ? "mode External" : "tunnels") + " on platform " + platform,
                    "supported are " + Platform.supportingExternalTraffic().stream().map(Platform::apiName)
                            .collect(Collectors.joining(", ")) + "; waive this where somebody signs for another one");
        }
    }
}
