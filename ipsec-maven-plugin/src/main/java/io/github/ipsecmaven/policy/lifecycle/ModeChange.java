package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.openshift.IpsecConfigForm;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WithoutFull;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.spec.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change of the mode is announced with what it does to the nodes and to tunnels. */
public final class ModeChange implements Rule {

    private static final RuleInfo INFO = RuleInfo.note("IPSEC-G011",
            "A change of the mode is known to move nodes and tunnels",
            "the network operator adds and removes libreswan by MachineConfigs, and restarts it when "
                    + "pod-to-pod encryption begins or ends (cluster-network-operator, shouldRenderIPsec; ovn-"
                    + "ipsec; ovn-ipsec-cleanup)");

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
                "the mode changes from " + before + " to " + now.text() + ": " + effect(before, now, facts),
                leavesFull
                        ? "where the sync is refused, because somebody but the GitOps engine owns `full` too, take it out: "
                                + WithoutFull.command(now)
                        : "merge it when that is welcome; the steps are in the runbook");
    }

    private static String effect(String before, Mode now, Facts facts) {
        boolean wasFull = before.equals(Mode.FULL.text());
        boolean rollsOut = wasFull || now == Mode.FULL;
        List<String> does = new ArrayList<>();
        if (now != Mode.DISABLED && !before.equals(Mode.DISABLED.text())) {
            does.add("no reboot");
        } else {
            does.add(withoutReboot(facts).map(reason -> "no reboot, for " + reason).orElse(
                    "every node reboots, one by one in each pool, and " + (now == Mode.DISABLED ? "loses" : "gets") + " libreswan"));
        }
        if (rollsOut) {
            does.add("ovnkube-node rolls out on every node");
        }
        boolean stays = !before.equals(Mode.DISABLED.text())
                && (now != Mode.DISABLED || !facts.spec().cluster().ipsecMachineConfigs().isEmpty());
        if (rollsOut && stays && !facts.spec().cluster().hosted() && facts.release().fullRestartsLibreswan()) {
            does.add("libreswan restarts there" + (wasFull ? "" : " the first time") + ", and tunnels to remotes drop for a moment");
        }
        return String.join("; ", does);
    }

    /** Why libreswan neither comes nor goes with the mode. */
    private static Optional<String> withoutReboot(Facts facts) {
        if (facts.spec().cluster().hosted()) {
            return Optional.of("the operator renders no MachineConfig with a hosted control plane");
        }
        if (!facts.spec().cluster().ipsecMachineConfigs().isEmpty()) {
            return Optional.of("libreswan is on the nodes by MachineConfigs of your own");
        }
        return facts.release().ipsecConfig() == IpsecConfigForm.MODE
                ? Optional.empty()
                : Optional.of("libreswan runs in pods only");
    }
}
