package io.github.ipsecmaven.policy.proposal;

import io.github.ipsecmaven.openshift.proposal.ProposalProblem;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** Proposals that libreswan, or the plugin before it, refuses. */
public final class ProposalGrammar implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-E001",
            "Proposals are written as libreswan reads them",
            "nmstate accepts any text, and libreswan does not load a connection with a proposal that "
                    + "it cannot read (measured; ipsec algparse)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenProposals written : WrittenProposals.of(facts.spec())) {
            for (ProposalProblem problem : written.proposals().problems()) {
                findings.add(written.option().within(problem.offset(), problem.text().length()),
                        "`" + written.option().name() + "`: "
                                + (problem.text().isBlank() ? "" : "'" + problem.text() + "': ") + problem.reason(),
                        mend(problem));
            }
        }
    }

    private static String mend(ProposalProblem problem) {
        if (!problem.instead().isEmpty()) {
            return "write `" + problem.instead() + "`"
                    + (problem.text().isEmpty() ? "" : " for `" + problem.text() + "`");
        }
        return switch (problem.kind()) {
            case BLANK -> "remove the blank";
            case EMPTY -> "remove the separator, or write what is missing";
            case MIXED_CIPHERS -> "write two proposals, such as aes_gcm256,aes256-sha2_512";
            case GROUP_IN_SOME -> "add the group to every proposal, such as aes_gcm256;dh20";
            default -> "remove it, or write a proposal such as aes_gcm256-sha2_512-dh20 (`ike`) or aes_gcm256 (`esp`)";
        };
    }
}
