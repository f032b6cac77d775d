package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.BundleRef;
import io.github.ipsecmaven.spec.Password;

/** The build and the node both have to open a bundle, with the same password. */
public final class BuildKnowsPassword implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-S001",
            "A bundle's password is known to the build and to the node",
            "a node that is not told where the password is cannot import the bundle; a build that "
                    + "does not know it cannot see the nickname that the connection has to name (published "
                    + "procedure, corrected)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (BundleRef bundle : facts.spec().bundles()) {
            Password password = bundle.password();
            if (password.knownToBuild() && password.nodeFile().isEmpty()) {
                findings.add(password.at(), "the node is not told where the password of '" + bundle.file().shown() + "' is",
                        "add `nodeFile: /etc/ipsec-passwords/<name>`, or make the bundle without a password");
            } else if (!password.knownToBuild() && password.nodeFile().isPresent()) {
                findings.add(password.at(), "the build is not told where the password of '" + bundle.file().shown() + "' is",
                        "add `env: <VARIABLE>` or `file: <path>`");
            } else if (password.env().isPresent() && password.file().isPresent()) {
                findings.add(password.at("file"), "the build is told twice where the password of '" + bundle.file().shown()
                        + "' is", "keep one of `env` and `file`; of the two, only `env` would be read");
            }
        }
    }
}
