package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.previous.Inventory.PastPool;
import io.github.ipsecmaven.spec.ImportingPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pool whose nodes imported certificates is purged before it leaves the spec, and keeps its MachineConfigs till then. */
public final class VanishedPool implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-G005",
            "A pool that imported certificates is purged before it leaves the spec",
            "deleting a MachineConfig leaves the private keys that it imported in the nodes' NSS databases for ever, "
                    + "and one under a new name leaves the old one beside it (machine-config-operator, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.previous().isEmpty()) {
            return;
        }
        for (Map.Entry<String, PastPool> past : facts.previous().get().pools().entrySet()) {
            if (!past.getValue().purged()) {
                check(past.getKey(), past.getValue(), facts, findings);
            } else if (past.getValue().paused()) {
                checkPurge(past.getKey(), past.getValue(), facts, findings);
            }
        }
    }

    private static void check(String name, PastPool past, Facts facts, Findings findings) {
        Optional<ImportingPool> now = facts.spec().importingPool(name);
        if (now.isEmpty()) {
            findings.add(facts.spec().section().keyAt("pools"),
                    "the nodes of pool '" + name + "' imported certificates, and the spec has none for them any more",
                    "add these lines; once they have been rendered and committed, they may go\n" + purge(name, past));
        } else if (!now.get().importConfig().equals(past.importConfig())) {
            findings.add(facts.spec().section().section("pools").section(name).at("machineConfig"),
                    "the MachineConfig of pool '" + name + "' was rendered as '" + past.importConfig() + "', now it is '"
                            + now.get().importConfig() + "'",
                    "keep the name\n" + Lines.of("pools", name, "machineConfig: " + past.importConfig()));
        }
    }

    /** Nodes of a paused pool take no empty list, and are still to be purged when it is resumed. */
    private static void checkPurge(String name, PastPool past, Facts facts, Findings findings) {
        if (facts.spec().importingPool(name).isEmpty()) {
            findings.add(facts.spec().section().keyAt("pools"),
                    "the pool '" + name + "' was paused while it was to be purged, and is gone from the spec: its nodes may hold every key",
                    "resume the pool on the cluster, and add these lines; once they have been rendered and committed, they may go\n"
                            + purge(name, past));
        }
    }

    private static String purge(String name, PastPool past) {
        List<String> lines = new ArrayList<>(List.of("state: purge"));
        if (!past.importConfig().equals("99-" + name + "-ipsec-import")) {
            lines.add("machineConfig: " + past.importConfig());
        }
        return Lines.below(new String[] {"pools", name}, lines);
    }
}
