package io.github.ipsecmaven.diagnostic;

import java.util.Objects;

/**
 * One finding: what is wrong, where, why that matters and how to mend it.
 *
 * @param rule the id of the rule that found it, such as {@code IPSEC-L002}
 * @param severity whether it stops the build
 * @param position the place in the spec that has to change
 * @param message one sentence, without a full stop, that names the offending value
 * @param why what would happen on the cluster, with the source of that fact; empty where the message says it all
 * @param mend what to write instead; lines to add are lines of their own, indented as in the spec
 */
public record Diagnostic(
        String rule, Severity severity, Position position, String message, String why, String mend)
        implements Comparable<Diagnostic> {

    public Diagnostic {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(position);
        message = Redaction.ofMessage(message);
        Objects.requireNonNull(why);
        mend = Redaction.ofMessage(mend);
    }

    /** The order of reports: by place, then by weight. */
    @Override
    public int compareTo(Diagnostic other) {
        int order = position.compareTo(other.position);
        if (order == 0) {
            order = severity.compareTo(other.severity);
        }
        if (order == 0) {
            order = rule.compareTo(other.rule);
        }
        return order != 0 ? order : message.compareTo(other.message);
    }
}
