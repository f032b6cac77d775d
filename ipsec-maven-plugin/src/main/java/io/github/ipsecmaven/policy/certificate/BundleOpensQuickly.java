package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.BundleMac;
import io.github.ipsecmaven.pki.Encryption;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.Optional;

/** Iterations are time, on the node too. */
public final class BundleOpensQuickly implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-C010",
            "A bundle opens within a second or two",
            "the import on a node opens each bundle up to three times before ipsec.service may "
                    + "start; ten million iterations take six seconds each time (pk12util, measured)");

    /** The highest that a tool writes by itself is 600000, for each of three derivations. */
    private static final long MANY = 2_000_000;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            Optional<BundleMac> mac = bundle.content().mac();
            long iterations = mac.isPresent() ? mac.get().iterations() : 0;
            for (Encryption encryption : bundle.content().encryptions()) {
                iterations += encryption.iterations();
            }
            if (iterations > MANY) {
                findings.add(bundle.reference().file().at(),
                        "the iteration counts of '" + bundle.reference().file().shown() + "' add up to " + iterations,
                        "make it again with fewer, such as `-iter 100000`");
            }
        }
    }
}
