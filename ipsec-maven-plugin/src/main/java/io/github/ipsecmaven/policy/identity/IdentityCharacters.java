package io.github.ipsecmaven.policy.identity;

import io.github.ipsecmaven.policy.DistinguishedName;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** What NetworkManager writes without quotes has neither blanks nor quotes. */
public final class IdentityCharacters implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-I005",
            "An identity is printable ASCII without blanks and quotes",
            "NetworkManager-libreswan refuses the whole connection (shared/utils.c; blanks since "
                    + "CVE-2024-9050)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenIdentity identity : WrittenIdentity.of(facts.spec())) {
            int refused = identity.firstRefused();
            if (refused >= 0) {
                findings.add(identity.connection().section().within("identity", refused, 1),
                        "the identity has " + named(identity.text().charAt(refused)), mend(identity.text()));
            }
        }
    }

    private static String named(char c) {
        if (c == '"') {
            return "a double quote";
        }
        return c == ' ' ? "a blank" : "the character U+" + String.format("%04X", (int) c);
    }

    private static String mend(String text) {
        String tight = text.replace(", ", ",");
        boolean onlySpaced = tight.chars().allMatch(c -> c > ' ' && c <= '~' && c != '"');
        return onlySpaced && DistinguishedName.isOne(tight)
                ? "write `" + tight + "`"
                : "write a name from the certificate's subject alternative names, such as `\"@nas.example.com\"`";
    }
}
