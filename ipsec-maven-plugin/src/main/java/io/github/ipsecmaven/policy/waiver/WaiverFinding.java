package io.github.ipsecmaven.policy.waiver;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.Severity;

/** Every message about a waiver. None can be waived. */
public enum WaiverFinding {
    UNKNOWN_RULE("IPSEC-W001", Severity.ERROR, "there is no rule '%s'",
            "a waiver with a typing error accepts nothing, and nobody notices until it is needed",
            "%2$scorrect the id: it stands in brackets in front of the finding"),
    UNUSED("IPSEC-W002", Severity.WARNING, "the waiver of %s accepts nothing",
            "a waiver that outlives its finding hides the next one of its kind",
            "remove the waiver, or correct its `scope`"),
    EXPIRED("IPSEC-W003", Severity.WARNING, "the waiver of %s held until %s",
            "an expired waiver accepts nothing",
            "mend what it accepted and remove it, or give it a new `until`"),
    NOT_WAIVABLE("IPSEC-W004", Severity.ERROR, "%s cannot be waived",
            "what would fail or do harm on a node is not a matter of taste",
            "mend the finding and remove the waiver"),
    NO_DATE("IPSEC-W005", Severity.ERROR, "there is no day '%s'",
            "until it is known when the waiver ends, it accepts nothing",
            "write a day of the calendar, such as 2027-01-31");

    private final String id;
    private final Severity severity;
    private final String message;
    private final String why;
    private final String mend;

    WaiverFinding(String id, Severity severity, String message, String why, String mend) {
        this.id = id;
        this.severity = severity;
        this.message = message;
        this.why = why;
        this.mend = mend;
    }

    /** What users read about it. */
    public FindingInfo info() {
        return FindingInfo.fixed(id, message, severity, why, mend);
    }

    Diagnostic at(Position position, Object... arguments) {
        return new Diagnostic(id, severity, position, String.format(message, arguments), why,
                String.format(mend, arguments));
    }
}
