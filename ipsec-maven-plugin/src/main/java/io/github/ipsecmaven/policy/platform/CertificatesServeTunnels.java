package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Mode;

/** Certificates without a remote are of no use. */
public final class CertificatesServeTunnels implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-P008",
            "Certificates serve tunnels only",
            "pods' traffic is encrypted with keys that the network operator makes itself; what `ca` and `bundle` "
                    + "name is used for tunnels to remotes and nothing else (published procedure)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        ClusterSpec spec = facts.spec();
        boolean named = !spec.anchors().isEmpty() || !spec.bundles().isEmpty();
        boolean connected = !spec.connections().isEmpty()
                || spec.mode() != Mode.DISABLED && !spec.remotesWithoutNodes().isEmpty();
        if (!named || spec.isPurging() || connected || spec.mode() == Mode.EXTERNAL) {
            return;
        }
        Position at = spec.anchors().isEmpty() ? spec.bundles().get(0).file().at() : spec.section().keyAt("ca");
        findings.add(at, "certificates, but no remotes", spec.mode() == Mode.FULL
                ? "add `remotes`, or remove the certificates: the procedure says that Full \"must also\" be given "
                        + "external endpoints and, in another place, \"optionally\"; it works without"
                : "add `remotes`, or remove the certificates");
    }
}
