package io.github.ipsecmaven.policy.delivery;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Acm;
import java.util.Optional;

/** The hub takes the names of the policies that a cluster's stages become. */
public final class PolicyNamesFit implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-D004",
            "A policy's namespace and name have at most 62 characters together",
            "the hub joins them with a dot into a label, and refuses a longer one "
                    + "(Advanced Cluster Management, governance documentation)");

    /** The longest name of a stage. */
    private static final String LONGEST = "-connections";

    private static final int LIMIT = 62;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Optional<Acm> acm = facts.spec().delivery().acm();
        if (acm.isPresent()) {
            check(facts.spec().name() + LONGEST, acm.get(), findings);
        }
    }

    private static void check(String policy, Acm acm, Findings findings) {
        int length = acm.namespace().length() + policy.length();
        if (length > LIMIT) {
            findings.add(acm.section().at("namespace"),
                    "policy '" + policy + "' and its namespace '" + acm.namespace() + "' have " + length + " characters",
                    "choose a namespace, or a cluster's name, that is " + (length - LIMIT) + " shorter");
        }
    }
}
