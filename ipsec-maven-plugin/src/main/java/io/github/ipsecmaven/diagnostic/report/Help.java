package io.github.ipsecmaven.diagnostic.report;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;

/**
 * The help on a finding, as sentences. Where it is not the same for all findings of a kind, each of them says how to mend
 * it.
 */
public final class Help {

    private Help() {}

    /** A finding with all that it says, one thing on a line. */
    static String message(Diagnostic finding) {
        StringBuilder text = new StringBuilder(sentence(finding.message()));
        append(text, "\nWhy: ", finding.why());
        append(text, "\nMend: ", finding.mend());
        return text.toString();
    }

    /** Title and reason. */
    static String summary(FindingInfo info) {
        StringBuilder text = new StringBuilder(sentence(info.title()));
        append(text, " ", sentence(info.why()));
        return text.toString();
    }

    /** The whole help in plain text. */
    public static String text(FindingInfo info) {
        StringBuilder text = new StringBuilder(summary(info));
        append(text, "\nMend: ", sentence(info.mend()));
        return text + "\n" + waiver(info);
    }

    /** The whole help in Markdown, without the title. */
    public static String markdown(FindingInfo info) {
        StringBuilder text = new StringBuilder();
        append(text, "**Why:** ", info.why().isEmpty() ? "" : sentence(info.why()) + "\n\n");
        append(text, "**Mend:** ", info.mend().isEmpty() ? "" : sentence(info.mend()) + "\n\n");
        return text + waiver(info);
    }

    private static String waiver(FindingInfo info) {
        return info.waivable() ? "It can be waived." : "It cannot be waived.";
    }

    private static void append(StringBuilder text, String label, String sentence) {
        if (!sentence.isEmpty()) {
            text.append(label).append(sentence);
        }
    }

    /** Findings are written without a capital and without a full stop. */
    private static String sentence(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String start = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return text.endsWith(".") || text.contains("\n") ? start : start + ".";
    }
}
