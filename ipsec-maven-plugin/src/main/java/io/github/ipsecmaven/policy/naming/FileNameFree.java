package io.github.ipsecmaven.policy.naming;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Pool;
import java.util.HashMap;
import java.util.Map;

/** An object is written to a file of its name, beside files that every folder has. */
public final class FileNameFree implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-M006",
            "No object is called like another file of its folder",
            "each object is written to `<name>.yaml`: beside `kustomization.yaml` everywhere, a MachineConfig beside "
                    + "`network.yaml`, and a tunnel's policy beside those for ESP offload, which are of its kind");

    private static final String KUSTOMIZATION = "kustomization";
    private static final String NETWORK = "network";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Map<String, String> taken = new HashMap<>();
        taken.put(KUSTOMIZATION, "is that of the file with the list of them");
        for (Node node : facts.spec().espOffloadNodes()) {
            taken.put(node.espOffloadPolicy(), "is that of the policy for ESP offload of node '" + node.name() + "'");
        }
        for (Connection connection : facts.spec().connections()) {
            if (taken.containsKey(connection.policyName())) {
                findings.add(connection.section().at("policyName"),
                        "the policy name '" + connection.policyName() + "' " + taken.get(connection.policyName()),
                        "write the name of the policy that is to be adopted, or remove the line");
            }
        }
        for (Pool pool : facts.spec().pools()) {
            String name = pool.machineConfig().orElse("");
            if (name.equals(KUSTOMIZATION) || name.equals(NETWORK)) {
                findings.add(pool.section().at("machineConfig"),
                        "the MachineConfig's name '" + name + "' is that of another file of the tree",
                        "write the name of the MachineConfig that is to be adopted, or remove the line");
            }
        }
        Position pool = facts.spec().customPools().get(KUSTOMIZATION);
        if (pool != null) {
            findings.add(pool, "a pool called '" + KUSTOMIZATION + "'", "correct the name: `oc get mcp` shows it");
        }
    }
}
