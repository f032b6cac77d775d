package io.github.ipsecmaven.policy;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;

/** Checks the facts of a cluster against every rule. */
public final class Policy {

    /** What is said about each rule. */
    public static final List<RuleInfo> INFOS = infos();

    private Policy() {}

    private static List<RuleInfo> infos() {
        List<RuleInfo> infos = new ArrayList<>();
        for (Rule rule : Catalogue.RULES) {
            infos.add(rule.info());
        }
        return infos;
    }

    /** Adds the findings of all rules. */
    public static void check(Facts facts, Diagnostics diagnostics) {
        for (Rule rule : Catalogue.RULES) {
            rule.check(facts, new Findings(rule.info(), diagnostics));
        }
    }
}
