package io.github.ipsecmaven.openshift.proposal;

import java.util.ArrayList;
import java.util.List;

/**
 * What a proposal string says.
 *
 * @param proposals the proposals that could be read, in their order
 * @param problems why the string is refused, one or more; empty where libreswan takes it. At most one for the grammar
 *         of each proposal
 */
public record Proposals(List<Proposal> proposals, List<ProposalProblem> problems) {

    public Proposals {
        proposals = List.copyOf(proposals);
        problems = List.copyOf(problems);
    }

    /** Whether libreswan takes the string. It takes weak algorithms too. */
    public boolean isAccepted() {
        return problems.isEmpty();
    }

    /** Every algorithm of every proposal that could be read. */
    public List<ChosenAlgorithm> algorithms() {
        List<ChosenAlgorithm> all = new ArrayList<>();
        for (var proposal : proposals) {
            all.addAll(proposal.algorithms());
        }
        return all;
    }

    /** The algorithms that load and protect too little. */
    public List<ChosenAlgorithm> weak() {
        List<ChosenAlgorithm> weak = new ArrayList<>();
        for (var chosen : algorithms()) {
            if (chosen.strength() == Strength.WEAK) {
                weak.add(chosen);
            }
        }
        return weak;
    }

    /** The algorithms that a node in FIPS mode refuses. */
    public List<ChosenAlgorithm> notInFips() {
        List<ChosenAlgorithm> refused = new ArrayList<>();
        for (var chosen : algorithms()) {
            if (!chosen.algorithm().fips()) {
                refused.add(chosen);
            }
        }
        return refused;
    }
}
