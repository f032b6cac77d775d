package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.pki.PasswordForm;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.NamedFiles;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.FileRef;
import java.util.ArrayList;
import java.util.List;

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

    /** One finding for each line of the spec, however many bundles it names. */
    @Override
    public void check(Facts facts, Findings findings) {
        if (!facts.spec().cluster().fips()) {
            return;
        }
        List<FileRef> open = new ArrayList<>();
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            if (bundle.content().passwordForm() != PasswordForm.GIVEN) {
                open.add(bundle.reference().file());
            }
        }
        for (NamedFiles.Line<String> named : NamedFiles.byLine(open)) {
            findings.add(named.at(),
                    named.counted("the password of ", "the passwords of ") + named.shown()
                            + named.counted(" is empty", " are empty") + ", and `fips` is true",
                    named.counted("make it", "make them") + " with a password, and say where the node finds it: "
                            + "`password: {env: VARIABLE, nodeFile: /etc/ipsec-passwords/<name>}`");
        }
    }
}
