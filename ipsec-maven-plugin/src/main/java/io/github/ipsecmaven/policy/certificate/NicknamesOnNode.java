package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.BundleRef;
import io.github.ipsecmaven.spec.ImportingPool;
import io.github.ipsecmaven.spec.Node;
import java.util.Optional;

/** NSS has one nickname for a subject and one subject for a nickname. */
public final class NicknamesOnNode implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C039",
            "The bundles that one node imports differ in subject and in nickname",
            "under a taken nickname NSS invents another, and a subject that it knows goes under "
                    + "the nickname that it has: the connection then finds another certificate, or none "
                    + "(pk12util, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (ImportingPool pool : facts.spec().importingPools()) {
            Optional<BundleRef> everyNode = pool.everyNode();
            if (everyNode.isEmpty()) {
                continue;
            }
            Optional<OpenedBundle> shared = facts.credentials().bundle(everyNode.get());
            for (Node node : pool.nodes()) {
                Optional<OpenedBundle> own = facts.credentials().bundle(node.bundle().orElseThrow());
                if (shared.isPresent() && own.isPresent() && !shared.get().fileName().equals(own.get().fileName())) {
                    compare(own.get(), shared.get(), node, findings);
                }
            }
        }
    }

    private static void compare(OpenedBundle own, OpenedBundle shared, Node node, Findings findings) {
        boolean sameName = own.nickname().isPresent() && own.nickname().equals(shared.nickname());
        boolean sameSubject = subject(own).isPresent() && subject(own).equals(subject(shared));
        if (sameName || sameSubject) {
            findings.add(own.reference().file().at(),
                    "node '" + node.name() + "' imports '" + own.reference().file().shown() + "' and its pool's '"
                            + shared.reference().file().shown() + "', both with the " + (sameName
                                    ? "friendly name '" + own.nickname().get() + "'"
                                    : "subject '" + subject(own).get() + "'"),
                    "give the node's bundle a subject and a friendly name of its own");
        }
    }

    private static Optional<String> subject(OpenedBundle bundle) {
        Optional<Certificate> certificate = bundle.certificate();
        return certificate.isPresent() ? Optional.of(certificate.get().facts().subject()) : Optional.empty();
    }
}
