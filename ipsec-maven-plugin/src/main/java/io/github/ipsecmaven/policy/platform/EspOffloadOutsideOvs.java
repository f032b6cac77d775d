package io.github.ipsecmaven.policy.platform;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Section;
import java.util.regex.Pattern;

/** The network operator looks after what Open vSwitch has. */
public final class EspOffloadOutsideOvs implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-P025",
            "ESP offload is set on Ethernet interfaces that are not attached to OVS",
            "the product keeps ESP offload off on what is attached to OVS (published procedure), and NMState would be "
                    + "asked for an Ethernet interface under the name of another kind (nmstate, ethtool)");

    /** What OVN-Kubernetes makes on every node, and the loopback. */
    private static final Pattern OTHERS =
            Pattern.compile("br-ex|br-int|ovs-system|ovn-k8s-mp[0-9]+|genev_sys_[0-9]+|lo|patch-br-.*");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Node node : facts.spec().espOffloadNodes()) {
            Section written = node.section().section("espOffload");
            for (String name : node.espOffload().keySet()) {
                if (OTHERS.matcher(name).matches()) {
                    findings.add(written.keyAt(name),
                            "'" + name + "' is " + (name.equals("lo") ? "the loopback" : "an interface of OVS"),
                            "remove it: only interfaces such as ens5 that OVS does not have need the line");
                }
            }
        }
    }
}
