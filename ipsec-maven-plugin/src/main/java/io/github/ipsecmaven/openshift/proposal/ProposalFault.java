package io.github.ipsecmaven.openshift.proposal;

/** Ends the reading of one proposal, or of one alternative reading of it. */
final class ProposalFault extends Exception {

    private final transient ProposalProblem problem;

    ProposalFault(ProposalProblem problem) {
        super(problem.reason());
        this.problem = problem;
    }

    ProposalFault(ProposalProblem.Kind kind, Token token, String reason, String instead) {
        this(new ProposalProblem(kind, token.offset(), token.text(), reason, instead));
    }

    ProposalProblem problem() {
        return problem;
    }
}
