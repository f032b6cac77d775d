package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Encryption;
import io.github.ipsecmaven.spec.Encryption.Recipient;
import java.util.HashSet;
import java.util.Set;

/** No reader of the encrypted keys is named twice. */
public final class RecipientOnce implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-S008",
            "A recipient is named once",
            "where a line was copied and not changed, the reader whom it was meant for cannot decrypt");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.spec().encryption().isPresent()) {
            check(facts.spec().encryption().get(), findings);
        }
    }

    private static void check(Encryption encryption, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Recipient recipient : encryption.recipients()) {
            if (!AgeRecipient.isPrivate(recipient.text()) && !seen.add(recipient.text())) {
                findings.add(recipient.at(), "'" + recipient.text() + "' is named twice",
                        "remove one of the two lines, or write the key that it was meant to be");
            }
        }
    }
}
