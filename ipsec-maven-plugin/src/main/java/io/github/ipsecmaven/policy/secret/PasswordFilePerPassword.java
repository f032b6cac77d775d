package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.FileRef;
import io.github.ipsecmaven.spec.ImportingPool;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Password;
import java.util.Optional;

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
            if (pool.everyNode().isPresent()) {
                check(pool, pool.everyNode().get().password(), findings);
            }
        }
    }

    private static void check(ImportingPool pool, Password shared, Findings findings) {
        for (Node node : pool.nodes()) {
            Password own = node.bundle().orElseThrow().password();
            if (collide(own, shared)) {
                findings.add(own.at(),
                        "node '" + node.name() + "' and its pool name one `nodeFile`, '"
                                + own.nodeFile().orElseThrow() + "', and two passwords",
                        "name another `nodeFile` for one of the two bundles");
            }
        }
    }

    private static boolean collide(Password one, Password other) {
        return one.nodeFile().isPresent() && one.nodeFile().equals(other.nodeFile())
                && !(one.env().equals(other.env()) && pathOf(one).equals(pathOf(other)));
    }

    private static Optional<String> pathOf(Password password) {
        Optional<FileRef> file = password.file();
        return file.isPresent() ? Optional.of(file.get().written()) : Optional.empty();
    }
}
