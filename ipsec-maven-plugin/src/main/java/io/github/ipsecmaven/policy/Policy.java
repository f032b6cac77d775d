package io.github.ipsecmaven.policy;

import io.github.ipsecmaven.diagnostic.Diagnostics;

/** Checks the facts of a cluster against every rule. */
public final class Policy {

    private Policy() {}

    /** Adds the findings of all rules. */
    public static void check(Facts facts, Diagnostics diagnostics) {
        for (Rule rule : Catalogue.RULES) {
            rule.check(facts, new Findings(rule.info(), diagnostics));
        }
    }
}
