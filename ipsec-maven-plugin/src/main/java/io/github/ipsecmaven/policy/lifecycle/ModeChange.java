package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WithoutFull;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.spec.Mode;

/** A change of the mode is announced with what it does to the nodes and to tunnels. */
public final class ModeChange implements Rule {

    private static final RuleInfo INFO = RuleInfo.note("IPSEC-G011",
            "A change of the mode is known to move nodes and tunnels",
            "the network operator adds and removes libreswan by MachineConfigs, and restarts it when "
                    + "pod-to-pod encryption ends (cluster-network-operator, shouldRenderIPsec; ovn-ipsec-"
                    + "cleanup)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.previous().isEmpty()) {
            return;
        }
        Inventory previous = facts.previous().get();
        String before = previous.network().mode();
        Mode now = facts.spec().mode();
        if (before.equals(now.text())) {
            return;
        }
        boolean leavesFull = previous.network().encapsulation().isPresent() && now != Mode.FULL;
        findings.add(facts.spec().section().at("mode"),
                "the mode changes from " + before + " to " + now.text() + ": " + effect(before, now, !facts.spec().cluster().ipsecMachineConfigs().isEmpty()),
                leavesFull
                        ? "where the sync is refused, because somebody but the GitOps engine owns `full` too, take it out: "
                                + WithoutFull.command(now)
                        : "merge it when that is welcome; the steps are in the runbook");
    }

    /** @param own whether libreswan is on the nodes by MachineConfigs of the cluster's own, whatever the mode */
    private static String effect(String before, Mode now, boolean own) {
        boolean fromFull = before.equals(Mode.FULL.text());
        if (own && (now == Mode.FULL || !fromFull)) {
            return "no reboot, for libreswan is on the nodes by MachineConfigs of your own"
                    + (now == Mode.FULL ? "; ovnkube-node rolls out on every node" : "");
        }
        return switch (now) {
            case DISABLED -> own ? "no reboot; libreswan restarts on every node, and stays" : "every node reboots, one by one in each pool, and loses libreswan";
            case EXTERNAL -> fromFull
                    ? "no reboot; libreswan restarts on every node, and tunnels to remotes drop for a moment"
                    : "every node reboots, one by one in each pool, and gets libreswan";
            case FULL -> before.equals(Mode.EXTERNAL.text())
                    ? "no reboot; ovnkube-node rolls out on every node"
                    : "every node reboots, one by one in each pool, and ovnkube-node rolls out";
        };
    }
}
