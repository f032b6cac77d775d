package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.pki.PasswordForm;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** An empty password protects nothing. */
public final class FipsWantsPassword implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-S004",
            "On a FIPS cluster a bundle has a password",
            "FIPS 140 wants keys protected where they are stored, and an empty password derives a "
                    + "key that everybody knows (NIST SP 800-132, section 5)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.spec().cluster().fips()) {
            for (OpenedBundle bundle : facts.credentials().bundles().values()) {
                if (bundle.content().passwordForm() != PasswordForm.GIVEN) {
                    findings.add(bundle.reference().file().at(),
                            "the password of '" + bundle.reference().file().shown() + "' is empty, and `fips` is true",
                            "make it with a password, and say where the node finds it: `password: {env: VARIABLE, "
                                    + "nodeFile: /etc/ipsec-passwords/<name>}`");
                }
            }
        }
    }
}
