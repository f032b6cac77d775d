package io.github.ipsecmaven.policy.naming;

import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.regex.Pattern;

/** The anchors and the list have fixed names beside the bundles. */
public final class BundleFileNameFree implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-M003",
            "The file name of a bundle is not that of an anchor or of the list",
            "all lie in one folder of the node, where the import takes ca.pem and ca-*.pem for "
                    + "anchors and ipsec-import.list for its list");

    private static final Pattern TAKEN = Pattern.compile("ca\\.pem|ca-.*\\.pem|ipsec-import\\.list");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            if (TAKEN.matcher(bundle.fileName()).matches()) {
                findings.add(bundle.reference().file().at(),
                        "the bundle '" + bundle.reference().file().shown()
                                + "' has a file name that is taken on the nodes",
                        "rename it, such as '<node>.p12'");
            }
        }
    }
}
