package io.github.ipsecmaven.policy.waiver;

import static io.github.ipsecmaven.diagnostic.FindingTemplate.error;
import static io.github.ipsecmaven.diagnostic.FindingTemplate.warning;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.FindingTemplate;
import io.github.ipsecmaven.diagnostic.Position;

/** Every message about a waiver. None can be waived. */
public enum WaiverFinding {
    UNKNOWN_RULE(error("IPSEC-W001", "there is no rule '%s' that can be waived",
            "a waiver with a typing error accepts nothing, and nobody notices until it is needed",
            "%2$scorrect the id: it stands in brackets in front of the finding")),
    UNUSED(warning("IPSEC-W002", "the waiver of %s accepts nothing",
            "a waiver that outlives its finding hides the next one of its kind",
            "remove the waiver, or correct its `scope`")),
    EXPIRED(warning("IPSEC-W003", "the waiver of %s held until %s",
            "an expired waiver accepts nothing",
            "mend what it accepted and remove it, or give it a new `until`")),
    NOT_WAIVABLE(error("IPSEC-W004", "the rule %s cannot be waived",
            "what would fail or do harm on a node is not a matter of taste",
            "mend the finding and remove the waiver")),
    NO_DATE(error("IPSEC-W005", "there is no day '%s'",
            "until it is known when the waiver ends, it accepts nothing",
            "write a day of the calendar, such as 2027-01-31"));

    private final FindingTemplate template;

    WaiverFinding(FindingTemplate template) {
        this.template = template;
    }

    /** What users read about it. */
    public FindingInfo info() {
        return template.info();
    }

    Diagnostic at(Position position, Object... arguments) {
        return template.at(position, arguments);
    }
}
