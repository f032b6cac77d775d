package io.github.ipsecmaven.policy.naming;

import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.regex.Pattern;

/** A bundle's file name goes into a list and a shell script. */
public final class BundleFileNameReadable implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-M002",
            "The file name of a bundle is printable ASCII without spaces",
            "the name stands between tabs in the list that the import reads on the node, and in "
                    + "the arguments of its commands");

    private static final Pattern USABLE = Pattern.compile("(?![.-])[!-~]{1,200}");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            if (!USABLE.matcher(bundle.fileName()).matches()) {
                findings.add(bundle.reference().file().at(),
                        "the file name of '" + bundle.reference().file().shown() + "' cannot be kept on the nodes",
                        "rename it: letters, digits, '.', '-' and '_', beginning with a letter or digit");
            }
        }
    }
}
