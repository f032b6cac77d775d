package io.github.ipsecmaven.openshift.proposal;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a proposal.
 *
 * @param text the word without blanks; may be empty
 * @param offset where it begins in the whole string, in UTF-16 units
 * @param before the separator before it, {@code -}, {@code ;} or {@code +}, or {@link #START}
 * @param beforeAt where that separator stands; between it and the word there may be blanks
 */
record Token(String text, int offset, char before, int beforeAt) {

    static final char START = 0;

    /** Splits a proposal at its separators; blanks are left out, each run of them is a problem. */
    static List<Token> split(String proposal, int offset, List<ProposalProblem> problems) {
        var tokens = new ArrayList<Token>();
        int start = 0;
        char before = START;
        for (int i = 0; i <= proposal.length(); i++) {
            if (i == proposal.length() || "-;+".indexOf(proposal.charAt(i)) >= 0) {
                tokens.add(withoutBlanks(proposal.substring(start, i), offset + start, before, problems));
                before = i == proposal.length() ? START : proposal.charAt(i);
                start = i + 1;
            }
        }
        return tokens;
    }

    private static Token withoutBlanks(String raw, int offset, char before, List<ProposalProblem> problems) {
        var text = new StringBuilder();
        int first = offset;
        for (int i = 0; i < raw.length(); ) {
            int end = i;
            while (end < raw.length() && Character.isWhitespace(raw.charAt(end))) {
                end++;
            }
            if (end > i) {
                problems.add(new ProposalProblem(ProposalProblem.Kind.BLANK, offset + i, raw.substring(i, end),
                        "a proposal has no blanks", ""));
                i = end;
            } else {
                if (text.isEmpty()) {
                    first = offset + i;
                }
                text.append(raw.charAt(i++));
            }
        }
        return new Token(text.toString(), first, before, offset - 1);
    }

    boolean startsWithDigit() {
        return !text.isEmpty() && isDigit(text.charAt(0));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
