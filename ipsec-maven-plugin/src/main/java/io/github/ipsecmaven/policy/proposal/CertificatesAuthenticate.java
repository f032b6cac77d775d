package io.github.ipsecmaven.policy.proposal;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;
import java.util.List;

/** Tunnels authenticate by certificates. */
public final class CertificatesAuthenticate implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-E006",
            "authby says how certificates sign",
            "with `secret`, `null` or `never` the ends would not look at the certificates "
                    + "(ipsec.conf(5), authby); the procedure relies on X.509 certificates");

    private static final List<String> WITHOUT = List.of("secret", "null", "never");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenOption authby : WrittenOption.named(facts.spec(), "authby")) {
            int offset = 0;
            for (String word : authby.text().split(",", -1)) {
                if (WITHOUT.contains(word)) {
                    findings.add(authby.within(offset, word.length()),
                            "`authby: " + word + "` does without certificates",
                            "remove the line, or write `ecdsa` or `rsa-sha2_512`, by the kind of the certificates");
                }
                offset += word.length() + 1;
            }
        }
    }
}
