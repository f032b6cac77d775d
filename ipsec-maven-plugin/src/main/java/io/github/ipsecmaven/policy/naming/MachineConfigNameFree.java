package io.github.ipsecmaven.policy.naming;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Cluster;
import io.github.ipsecmaven.spec.Pool;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The cluster has MachineConfigs of its own. */
public final class MachineConfigNameFree implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-M004",
            "A MachineConfig has no name of the cluster's own",
            "the network operator writes 80-ipsec-<role>-extensions again and again, the machine "
                    + "config operator 00-, 01-, 97-, 98-, rendered- and 99-<pool>-generated-, -ssh, -fips "
                    + "and -kargs (cluster-network-operator, machine-config-operator)");

    private static final Pattern TAKEN = Pattern.compile(
            "80-ipsec-(master|worker)-extensions|(00|01|97|98)-.*|rendered-.*"
            + "|99-.*-generated-.*|99-[^-]+-(ssh|fips|kargs|registries|kubelet|containerruntime)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Pool pool : facts.spec().pools()) {
            Optional<String> name = pool.machineConfig();
            if (name.isPresent() && TAKEN.matcher(name.get()).matches()) {
                findings.add(pool.section().at("machineConfig"), message(name.get()),
                        "write the name of the published procedure's MachineConfig, or remove the line");
            }
        }
        Cluster cluster = facts.spec().cluster();
        for (Map.Entry<String, String> own : cluster.ipsecMachineConfigs().entrySet()) {
            if (TAKEN.matcher(own.getValue()).matches()) {
                findings.add(cluster.section().section("ipsecMachineConfigs").at(own.getKey()), message(own.getValue()),
                        "give your MachineConfig a name of its own; remove `ipsecMachineConfigs` where the network "
                                + "operator installs libreswan");
            }
        }
    }

    private static String message(String name) {
        return "the name '" + name + "' belongs to the cluster's own operators";
    }
}
