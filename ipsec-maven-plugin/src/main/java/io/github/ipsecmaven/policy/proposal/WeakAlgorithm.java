package io.github.ipsecmaven.policy.proposal;

import io.github.ipsecmaven.openshift.proposal.ChosenAlgorithm;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;

/** Algorithms that libreswan still loads, and nobody should. */
public final class WeakAlgorithm implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-E002",
            "No algorithm is weak",
            "libreswan still loads 3DES, MD5, SHA-1, Camellia, MODP1536 and null encryption when they "
                    + "are asked for, and what is written here overrides the system's crypto policy (measured)");

    private static final String SHA1_SIGNATURE = "rsa-sha1";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenProposals written : WrittenProposals.of(facts.spec())) {
            for (ChosenAlgorithm weak : written.proposals().weak()) {
                findings.add(written.option().within(weak.offset(), weak.text().length()),
                        "`" + written.option().name() + "`: '" + weak.text() + "' is weak", mend(weak));
            }
        }
        for (WrittenOption authby : WrittenOption.named(facts.spec(), "authby")) {
            int offset = ("," + authby.text() + ",").indexOf("," + SHA1_SIGNATURE + ",");
            if (offset >= 0) {
                findings.add(authby.within(offset, SHA1_SIGNATURE.length()),
                        "`authby`: '" + SHA1_SIGNATURE + "' is weak", "write `rsa-sha2_512`, or leave it out");
            }
        }
    }

    private static String mend(ChosenAlgorithm weak) {
        return switch (weak.algorithm().kind()) {
            case ENCRYPTION -> "write `aes_gcm256`, or leave the option out: libreswan's own proposals are good";
            case PRF, INTEGRITY -> "write `sha2_512`, or leave the option out: libreswan's own proposals are good";
            case GROUP -> "write `dh20`, or leave the option out: libreswan's own proposals are good";
        };
    }
}
