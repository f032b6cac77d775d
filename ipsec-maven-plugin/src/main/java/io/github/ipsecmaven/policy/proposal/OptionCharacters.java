package io.github.ipsecmaven.policy.proposal;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;

/** What NetworkManager writes into libreswan's configuration has no surprises. */
public final class OptionCharacters implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-E004",
            "An option's value is printable ASCII without quotes, and mostly without blanks",
            "NetworkManager-libreswan refuses the whole connection (shared/utils.c; blanks in values "
                    + "that it does not quote since CVE-2024-9050)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenOption option : WrittenOption.all(facts.spec())) {
            int refused = option.firstRefused();
            if (refused >= 0) {
                char c = option.text().charAt(refused);
                findings.add(option.within(refused, 1), "`" + option.name() + "` has " + named(c),
                        c == ' ' ? "remove the blank" : "remove it: values are ASCII, on one line");
            } else if (option.text().isEmpty()) {
                findings.add(option.at(), "`" + option.name() + "` is empty", "write a value, or remove the line");
            }
        }
    }

    private static String named(char c) {
        if (c == '"') {
            return "a double quote";
        }
        return c == ' ' ? "a blank" : "the character U+" + String.format("%04X", (int) c);
    }
}
