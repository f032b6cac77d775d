package io.github.ipsecmaven.policy.delivery;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WithoutFull;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.previous.Inventory.PastMtuChange;
import io.github.ipsecmaven.previous.Inventory.PastPool;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Mode;
import io.github.ipsecmaven.spec.MtuChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a commit takes out of an object that others own too, a person takes out of the cluster. */
public final class AcmRemovesNothing implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-D006",
            "What Advanced Cluster Management cannot take away is taken away by hand",
            "what is no longer in a policy stays on the cluster; `musthave` adds and changes fields and removes none, and the other compliance types would erase what others "
                    + "own in the object, or delete it (config-policy-controller, mergeMaps and mergeArrays)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.spec().delivery().acm().isPresent() && facts.previous().isPresent()) {
            checkFields(facts.previous().get(), facts.spec(), findings);
            checkObjects(facts.previous().get(), facts.spec(), findings);
        }
    }

    private static void checkFields(Inventory previous, ClusterSpec spec, Findings findings) {
        if (previous.network().encapsulation().isPresent() && spec.mode() != Mode.FULL) {
            findings.add(spec.section().at("mode"),
                    "Advanced Cluster Management leaves `full` in Network/cluster, and mode " + spec.mode().text()
                            + " is refused until it is gone",
                    "once the policy is there, take it out: " + WithoutFull.command(spec.mode()));
        }
        Optional<PastMtuChange> past = previous.network().mtuChange();
        Optional<MtuChange> now = spec.mtuChange();
        if (past.isPresent() && past.get().stage().equals(MtuChange.Stage.MIGRATE.text())
                && now.isPresent() && now.get().stage() == MtuChange.Stage.FINALISE) {
            findings.add(now.get().section().at("stage"),
                    "Advanced Cluster Management leaves `migration` in Network/cluster",
                    "once the policy is there, take it out: oc patch networks.operator.openshift.io cluster "
                            + "--type=merge -p '{\"spec\":{\"migration\":null}}'");
        }
        if (previous.disruptionPolicy() && spec.rebootOnRotation().orElse(false)) {
            findings.add(spec.section().section("rotation").at("reboot"),
                    "Advanced Cluster Management leaves the node disruption policy in MachineConfiguration/cluster",
                    "once the policy is there, take the entries out as runbook/remove.md says");
        }
    }

    private static void checkObjects(Inventory previous, ClusterSpec spec, Findings findings) {
        List<String> configs = new ArrayList<>();
        for (Map.Entry<String, PastPool> pool : previous.pools().entrySet()) {
            if (spec.importingPool(pool.getKey()).isEmpty()) {
                configs.add(pool.getValue().importConfig());
                configs.add(pool.getValue().certsConfig());
            }
        }
        leftBehind("mc", configs, spec.section().keyAt("pools"), findings);
        Set<String> policies = new LinkedHashSet<>(previous.connections().keySet());
        for (Connection connection : spec.connections()) {
            policies.remove(connection.policyName());
        }
        leftBehind("nncp", policies, spec.section().keyAt("remotes"), findings);
    }

    private static void leftBehind(String kind, Collection<String> names, Position at, Findings findings) {
        if (!names.isEmpty()) {
            String what = String.join(" ", names);
            findings.add(at, "Advanced Cluster Management leaves on the cluster what is gone from the tree: " + what,
                    "once the policy is there: oc delete " + kind + " " + what);
        }
    }
}
