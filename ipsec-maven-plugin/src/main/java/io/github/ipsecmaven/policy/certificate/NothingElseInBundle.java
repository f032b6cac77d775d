package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** What NSS ignores in a bundle still goes to every node of the pool. */
public final class NothingElseInBundle implements Rule {

    private static final RuleInfo INFO = RuleInfo.note("IPSEC-C012",
            "A bundle holds nothing but the key, its certificate and intermediates",
            "NSS ignores other bags and what follows the structure, but every node of the pool "
                    + "stores the file as it is (pk12util, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            int others = bundle.content().otherBags().size();
            int trailing = bundle.content().trailingBytes();
            if (others > 0 || trailing > 0) {
                findings.add(bundle.reference().file().at(),
                        "the bundle '" + bundle.reference().file().shown() + "' holds " + (others > 0
                                ? "bags of other kinds: " + String.join(", ", bundle.content().otherBags())
                                : trailing + " bytes after its end"),
                        "make it again: `openssl pkcs12 -export -inkey KEY -in CERTIFICATE -name NICKNAME`");
            }
        }
    }
}
