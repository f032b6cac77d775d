package io.github.ipsecmaven.policy;

import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.Severity;

/**
 * What users read about a rule.
 *
 * @param id {@code IPSEC-}, the letter of the family and three digits; never used again for another rule
 * @param title the rule as one statement, without a full stop
 * @param severity of its findings
 * @param waivable whether a waiver is honoured; never for what would fail on a node
 * @param why what happens on the cluster where the rule is broken, with the source of that fact
 */
public record RuleInfo(String id, String title, Severity severity, boolean waivable, String why) {

    /** The same for the catalogue of all findings; how to mend it each finding says itself. */
    public FindingInfo asFinding() {
        return new FindingInfo(id, title, severity, waivable, why, "");
    }

    /** A rule about what would fail, or do harm, on the cluster: its findings stop the build and cannot be waived. */
    public static RuleInfo fatal(String id, String title, String why) {
        return new RuleInfo(id, title, Severity.ERROR, false, why);
    }

    /** A rule about what is unsupported, weak or unusual enough to stop the build until somebody signs for it. */
    public static RuleInfo error(String id, String title, String why) {
        return new RuleInfo(id, title, Severity.ERROR, true, why);
    }

    /** A rule about what works but deserves a second look. */
    public static RuleInfo warning(String id, String title, String why) {
        return new RuleInfo(id, title, Severity.WARNING, true, why);
    }

    /** A rule that tells what is good to know. */
    public static RuleInfo note(String id, String title, String why) {
        return new RuleInfo(id, title, Severity.NOTE, true, why);
    }
}
