package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.NamedFiles;
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

    private enum Fault {
        NODE_NOT_TOLD("the node is not told",
                "add `nodeFile: /etc/ipsec-passwords/<name>`, or make the bundle without a password"),
        BUILD_NOT_TOLD("the build is not told", "add `env: <VARIABLE>` or `file: <path>`"),
        BUILD_TOLD_TWICE("the build is told twice",
                "keep one of `env` and `file`; of the two, only `env` would be read");

        private final String words;
        private final String mend;

        Fault(String words, String mend) {
            this.words = words;
            this.mend = mend;
        }
    }

    /** One finding for each `password` of the spec, however many bundles it opens. */
    @Override
    public void check(Facts facts, Findings findings) {
        NamedFiles<Fault> faults = new NamedFiles<>();
        for (BundleRef bundle : facts.spec().bundles()) {
            Password password = bundle.password();
            if (password.knownToBuild() && password.nodeFile().isEmpty()) {
                faults.add(password.at(), bundle.file(), Fault.NODE_NOT_TOLD);
            } else if (!password.knownToBuild() && password.nodeFile().isPresent()) {
                faults.add(password.at(), bundle.file(), Fault.BUILD_NOT_TOLD);
            } else if (password.env().isPresent() && password.file().isPresent()) {
                faults.add(password.at("file"), bundle.file(), Fault.BUILD_TOLD_TWICE);
            }
        }
        for (NamedFiles.Line<Fault> line : faults.lines()) {
            findings.add(line.at(),
                    line.common().words + " where " + line.counted("the password of ", "the passwords of ")
                            + line.shown() + line.counted(" is", " are"),
                    line.common().mend);
        }
    }
}
