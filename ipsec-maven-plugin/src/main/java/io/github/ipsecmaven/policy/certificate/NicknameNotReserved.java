package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.Locale;

/** Some nicknames are taken on every node. */
public final class NicknameNotReserved implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C038",
            "A friendly name is neither the cluster's nor an anchor's",
            "the cluster deletes what it finds under ovs_ names (ovs-monitor-ipsec), anchors go "
                    + "under CA and CA-<key>, and what is filed under a taken nickname gets another one "
                    + "(pk12util, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            String name = bundle.nickname().orElse("");
            if (isOfCluster(name) || isOfAnchor(name)) {
                findings.add(bundle.reference().file().at(),
                        "the bundle '" + bundle.reference().file().shown() + "' has the friendly name '" + name
                                + "', which is " + (isOfCluster(name) ? "the cluster's" : "that of an anchor"),
                        "make it again with another `-name`");
            }
        }
    }

    private static boolean isOfAnchor(String name) {
        return name.equals("CA") || name.startsWith("CA-");
    }

    /** Whatever the case: what the cluster compares is its own business and may change. */
    static boolean isOfCluster(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("ovs_");
    }
}
