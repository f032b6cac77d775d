package io.github.ipsecmaven.policy.proposal;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lifetimes that libreswan takes as they are. */
public final class LifetimeKept implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-E008",
            "A lifetime is one that libreswan keeps",
            "libreswan moves what is outside 1080 s to 24 h to the nearer end (8 h for IPsec SAs in "
                    + "FIPS mode), and takes 8 h for what it cannot read (measured; pluto_constants.h)");

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)([smhdw]?)");
    private static final Map<String, Integer> SECONDS =
            Map.of("", 1, "s", 1, "m", 60, "h", 3600, "d", 86400, "w", 604800);
    private static final int SHORTEST = 1080;
    private static final int LONGEST = 24 * 3600;
    private static final int LONGEST_IPSEC_IN_FIPS = 8 * 3600;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (String name : List.of("ikelifetime", "salifetime")) {
            boolean fips = facts.spec().cluster().fips() && name.equals("salifetime");
            for (WrittenOption option : WrittenOption.named(facts.spec(), name)) {
                check(option, fips ? LONGEST_IPSEC_IN_FIPS : LONGEST, findings);
            }
        }
    }

    private static void check(WrittenOption option, int longest, Findings findings) {
        Matcher form = FORM.matcher(option.text());
        if (!form.matches()) {
            findings.add(option.at(), "`" + option.name() + ": " + option.text() + "` is no duration",
                    "write a number with s, m or h, such as 8h");
            return;
        }
        BigDecimal seconds = new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(SECONDS.get(form.group(2))));
        if (seconds.compareTo(BigDecimal.valueOf(SHORTEST)) < 0) {
            findings.add(option.at(),
                    "`" + option.name() + ": " + option.text() + "` is shorter than " + SHORTEST + " s",
                    "write `" + SHORTEST + "s` or more");
        } else if (seconds.compareTo(BigDecimal.valueOf(longest)) > 0) {
            findings.add(option.at(), "`" + option.name() + ": " + option.text() + "` is longer than "
                    + longest / 3600 + " h" + (longest == LONGEST ? "" : ", the most in FIPS mode"),
                    "write `" + longest / 3600 + "h` or less");
        }
    }
}
