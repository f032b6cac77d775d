package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.NamedFiles;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** A private key goes into the output encrypted, or in a bundle whose password only the node has. */
public final class KeysSealed implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-S006",
            "Private keys are not written in clear",
            "the output is made to be committed: whoever reads the repository, or its history, could pose as the "
                    + "node; what was pushed once is out, whatever is deleted later");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** One finding for each line of the spec, however many nodes it speaks for. */
    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.spec().encryption().isPresent()) {
            return;
        }
        for (NamedFiles.Line<String> named : NamedFiles.byLine(KeyFiles.bundlesInClear(facts))) {
            findings.add(named.at(),
                    named.counted("the private key in ", "the private keys in ") + named.shown()
                            + " would be written in clear",
                    "encrypt the output, for the public key that `age-keygen` prints:\n"
                            + "encryption: {sops: {age: [age1...]}}\n"
                            + "or accept it, with your reason:\n"
                            + "waivers: [{rule: IPSEC-S006, reason: \"...\"}]");
        }
    }
}
