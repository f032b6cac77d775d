package io.github.ipsecmaven.policy;

/** One rule: what it is, and how it is checked. A rule reads facts and nothing else. */
public interface Rule {

    RuleInfo info();

    /** Adds a finding for every place of the spec that breaks the rule. */
    void check(Facts facts, Findings findings);
}
