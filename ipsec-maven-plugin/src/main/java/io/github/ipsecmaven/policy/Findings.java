package io.github.ipsecmaven.policy;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Position;

/** Takes the findings of one rule. */
public final class Findings {

    private final RuleInfo rule;
    private final Diagnostics diagnostics;

    /** Where the findings of a rule go. */
    public Findings(RuleInfo rule, Diagnostics diagnostics) {
        this.rule = rule;
        this.diagnostics = diagnostics;
    }

    /**
     * Adds a finding.
     *
     * @param position the place of the spec that has to change
     * @param message one sentence, without a full stop, that names the offending value
     * @param mend what to write instead
     */
    public void add(Position position, String message, String mend) {
        diagnostics.add(new Diagnostic(rule.id(), rule.severity(), position, message, rule.why(), mend));
    }
}
