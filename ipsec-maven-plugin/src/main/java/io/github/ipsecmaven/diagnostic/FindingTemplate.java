package io.github.ipsecmaven.diagnostic;

/**
 * One kind of finding that no rule makes: what all of them say, with places for what differs. None can be waived.
 *
 * @param id {@code IPSEC-}, the letter of the family and three digits; never used again for another kind
 * @param severity of the findings
 * @param message a format string; what its end says after a colon is left out of the title
 * @param why what happens on the cluster, with the source of that fact; empty where the message says it all
 * @param mend a format string of the same arguments
 */
public record FindingTemplate(String id, Severity severity, String message, String why, String mend) {

    private static final String PLACEHOLDER = "%(?:[0-9]\\$)?s";

    /** An error, of which the message says it all. */
    public static FindingTemplate error(String id, String message, String mend) {
        return error(id, message, "", mend);
    }

    /** An error. */
    public static FindingTemplate error(String id, String message, String why, String mend) {
        return new FindingTemplate(id, Severity.ERROR, message, why, mend);
    }

    /** A warning. */
    public static FindingTemplate warning(String id, String message, String why, String mend) {
        return new FindingTemplate(id, Severity.WARNING, message, why, mend);
    }

    /** What is good to know. */
    public static FindingTemplate note(String id, String message, String why, String mend) {
        return new FindingTemplate(id, Severity.NOTE, message, why, mend);
    }

    /** The same for another reason. */
    public FindingTemplate because(String reason) {
        return new FindingTemplate(id, severity, message, reason, mend);
    }

    /** What users read about all of them. */
    public FindingInfo info() {
        return new FindingInfo(id, general(message), severity, false, why, general(mend));
    }

    private static String general(String template) {
        return template.replaceFirst("^" + PLACEHOLDER + "|: " + PLACEHOLDER + "$", "").replaceAll(PLACEHOLDER, "…");
    }

    /** One of them. */
    public Diagnostic at(Position position, Object... arguments) {
        return new Diagnostic(id, severity, position, String.format(message, arguments), why,
                String.format(mend, arguments));
    }
}
