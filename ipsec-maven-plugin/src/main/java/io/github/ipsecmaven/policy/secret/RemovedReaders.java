package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.previous.Inventory.Seal;
import io.github.ipsecmaven.spec.Encryption;
import io.github.ipsecmaven.spec.Encryption.Recipient;
import java.util.Set;
import java.util.TreeSet;

/** Who could decrypt the last tree can do so for ever. */
public final class RemovedReaders implements Rule {

    private static final RuleInfo INFO = RuleInfo.note("IPSEC-S009",
            "A reader who leaves keeps what was there to read",
            "Git keeps every earlier file, and the removed key still opens them: it reads the same bundles, as long as "
                    + "these are not replaced");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.spec().encryption().isPresent() && facts.previous().isPresent()) {
            check(facts.spec().encryption().get(), facts.previous().get(), findings);
        }
    }

    private static void check(Encryption encryption, Inventory previous, Findings findings) {
        Set<String> removed = new TreeSet<>();
        for (Seal seal : previous.seals().values()) {
            removed.addAll(seal.recipients());
        }
        for (Recipient recipient : encryption.recipients()) {
            removed.remove(recipient.text());
        }
        for (String reader : removed) {
            findings.add(encryption.at(),
                    "'" + reader + "' can still decrypt what was committed before",
                    "where that matters, have the certificates revoked and replace the bundles, as runbook/rotate.md "
                            + "says");
        }
    }
}
