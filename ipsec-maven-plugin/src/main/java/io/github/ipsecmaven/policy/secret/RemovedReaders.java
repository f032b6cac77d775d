package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Encryption;
import io.github.ipsecmaven.spec.Encryption.Recipient;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        facts.spec().encryption().ifPresent(encryption -> check(encryption, facts, findings));
    }

    private static void check(Encryption encryption, Facts facts, Findings findings) {
        Set<String> wanted = encryption.recipients().stream().map(Recipient::text).collect(Collectors.toSet());
        Set<String> removed = new TreeSet<>();
        facts.previous().ifPresent(tree -> tree.seals().values().forEach(seal -> removed.addAll(seal.recipients())));
        removed.removeAll(wanted);
        removed.forEach(reader -> findings.add(encryption.at(),
                "'" + reader + "' can still decrypt what was committed before",
                "where that matters, have the certificates revoked and replace the bundles, as runbook/rotate.md says"));
    }
}
