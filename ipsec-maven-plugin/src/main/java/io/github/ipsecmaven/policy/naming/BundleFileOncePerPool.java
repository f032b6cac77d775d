package io.github.ipsecmaven.policy.naming;

import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A bundle keeps its file name on the nodes, so different bundles need different names. */
public final class BundleFileOncePerPool implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-M001",
            "Different bundles have different file names",
            "all bundles go into one folder of the node under their own names, and the nodes of a "
                    + "custom pool receive worker's too: of two with one name, one would be lost (machine-"
                    + "config-operator, merge)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Map<String, OpenedBundle> firsts = new HashMap<>();
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            OpenedBundle first = firsts.putIfAbsent(bundle.fileName(), bundle);
            if (first != null && !Arrays.equals(first.bytes(), bundle.bytes())) {
                findings.add(bundle.reference().file().at(),
                        "'" + bundle.reference().file().shown() + "' has the file name of '"
                                + first.reference().file().shown() + "'",
                        "rename one of the two files");
            }
        }
    }
}
