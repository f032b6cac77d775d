package io.github.ipsecmaven.openshift.proposal;

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
        return proposals.stream().flatMap(proposal -> proposal.algorithms().stream()).toList();
    }

    /** The algorithms that load and protect too little. */
    public List<ChosenAlgorithm> weak() {
        return algorithms().stream().filter(chosen -> chosen.strength() == Strength.WEAK).toList();
    }

    /** The algorithms that a node in FIPS mode refuses. */
    public List<ChosenAlgorithm> notInFips() {
        return algorithms().stream().filter(chosen -> !chosen.algorithm().fips()).toList();
    }
}
