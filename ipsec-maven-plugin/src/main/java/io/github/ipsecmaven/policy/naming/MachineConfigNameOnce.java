package io.github.ipsecmaven.policy.naming;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.ImportingPool;
import io.github.ipsecmaven.spec.Section;
import java.util.HashMap;
import java.util.Map;

/** A MachineConfig belongs to one pool. */
public final class MachineConfigNameOnce implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-M005",
            "Each MachineConfig of a spec has a name of its own",
            "two objects of one name are one object on the cluster: one of the pools would lose "
                    + "its certificates");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Map<String, String> holders = new HashMap<>();
        for (ImportingPool pool : facts.spec().importingPools()) {
            holders.put(pool.certsConfig(), pool.name());
        }
        for (GuardedPool pool : facts.spec().guardedPools()) {
            holders.put(pool.config(), pool.name());
        }
        for (ImportingPool pool : facts.spec().importingPools()) {
            String holder = holders.putIfAbsent(pool.importConfig(), pool.name());
            if (holder != null) {
                findings.add(facts.spec().pool(pool.name()).map(written -> written.section().at("machineConfig"))
                                .orElseGet(() -> facts.spec().section().keyAt("pools")),
                        "the MachineConfig '" + pool.importConfig() + "' of pool '" + pool.name()
                                + "' is already one of pool '" + holder + "'",
                        "write another name, or remove the line");
            }
        }
        Section own = facts.spec().cluster().section().section("ipsecMachineConfigs");
        for (Map.Entry<String, String> config : facts.spec().cluster().ipsecMachineConfigs().entrySet()) {
            String holder = holders.putIfAbsent(config.getValue(), config.getKey());
            if (holder != null) {
                findings.add(own.at(config.getKey()),
                        "the MachineConfig '" + config.getValue() + "' of role " + config.getKey()
                                + " is already one of pool '" + holder + "'",
                        "write the name of the one with the label of role " + config.getKey()
                                + ": a MachineConfig has one role");
            }
        }
    }
}
