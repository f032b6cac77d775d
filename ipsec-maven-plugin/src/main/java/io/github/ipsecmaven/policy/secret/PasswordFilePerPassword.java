package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.BundleRef;
import io.github.ipsecmaven.spec.FileRef;
import io.github.ipsecmaven.spec.ImportingPool;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Password;

/** One file holds one password. */
public final class PasswordFilePerPassword implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-S005",
            "The bundles of one node share a password file only with the password",
            "the file's first line is the password of each bundle that names it: of two passwords "
                    + "one would be wrong, and the import fails (pk12util, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (ImportingPool pool : facts.spec().importingPools()) {
            for (Node node : pool.nodes()) {
                Password own = node.bundle().orElseThrow().password();
                pool.everyNode().map(BundleRef::password).filter(shared -> collide(own, shared))
                        .ifPresent(shared -> findings.add(own.at(),
                                "node '" + node.name() + "' and its pool name one `nodeFile`, '"
                                        + own.nodeFile().orElseThrow() + "', and two passwords",
                                "name another `nodeFile` for one of the two bundles"));
            }
        }
    }

    private static boolean collide(Password one, Password other) {
        boolean samePassword = one.env().equals(other.env())
                && one.file().map(FileRef::written).equals(other.file().map(FileRef::written));
        return one.nodeFile().isPresent() && one.nodeFile().equals(other.nodeFile()) && !samePassword;
    }
}
