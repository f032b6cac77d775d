package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Encryption.Recipient;
import java.util.Optional;

/** Each reader of the encrypted keys is a public age key. */
public final class RecipientForm implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-S007",
            "A recipient is a public age key",
            "nobody could decrypt the keys, so no node would get one; of the kinds of recipients that SOPS knows, Flux "
                    + "and KSOPS of any release read X25519 keys (age, the X25519 recipient type)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.spec().encryption().isPresent()) {
            for (Recipient recipient : facts.spec().encryption().get().recipients()) {
                check(recipient, findings);
            }
        }
    }

    private static void check(Recipient recipient, Findings findings) {
        if (AgeRecipient.isPrivate(recipient.text())) {
            findings.add(recipient.at(), "a private age key stands where its public one belongs",
                    "make a new pair with `age-keygen`, for whoever has seen this file may have this one, and write the "
                            + "public key, `age1...`");
            return;
        }
        Optional<String> problem = AgeRecipient.problem(recipient.text());
        if (problem.isPresent()) {
            findings.add(recipient.at(), "'" + recipient.text() + "' " + problem.get(),
                    "write the public key that `age-keygen` printed, `age1...`");
        }
    }
}
