package io.github.ipsecmaven.policy.proposal;

import io.github.ipsecmaven.openshift.proposal.ChosenAlgorithm;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** A node in FIPS mode has fewer algorithms. */
public final class FipsAlgorithm implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-E003",
            "A FIPS cluster has only algorithms that libreswan keeps in FIPS mode",
            "in FIPS mode libreswan does not load a connection that names one of the others (measured; "
                    + "ipsec algparse -fips)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (!facts.spec().cluster().fips()) {
            return;
        }
        for (WrittenProposals written : WrittenProposals.of(facts.spec())) {
            for (ChosenAlgorithm refused : written.proposals().notInFips()) {
                findings.add(written.option().within(refused.offset(), refused.text().length()),
                        "`" + written.option().name() + "`: libreswan has no '" + refused.text() + "' in FIPS mode",
                        switch (refused.algorithm().kind()) {
                            case ENCRYPTION -> "write `aes_gcm256` for it";
                            case PRF, INTEGRITY -> "write `sha2_512` for it";
                            case GROUP -> "write `dh20` for it";
                        });
            }
        }
    }
}
