package io.github.ipsecmaven.diagnostic;

/**
 * What users read about one kind of finding, wherever it is found: by a rule, by the loader or in a file.
 *
 * @param id {@code IPSEC-}, the letter of the family and three digits; never used again for another kind
 * @param title one statement, without a full stop: of a rule what has to hold, of anything else what is wrong
 * @param severity of the findings
 * @param waivable whether a waiver is honoured
 * @param why what happens on the cluster, with the source of that fact; empty where the title says it all
 * @param mend what to do, as far as it is the same for every finding; empty where each finding says it
 */
public record FindingInfo(
        String id, String title, Severity severity, boolean waivable, String why, String mend)
        implements Comparable<FindingInfo> {

    @Override
    public int compareTo(FindingInfo other) {
        return id.compareTo(other.id);
    }
}
