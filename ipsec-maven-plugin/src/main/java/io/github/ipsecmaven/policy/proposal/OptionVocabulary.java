package io.github.ipsecmaven.policy.proposal;

import io.github.ipsecmaven.openshift.LibreswanOption;
import io.github.ipsecmaven.openshift.LibreswanOptions;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;
import io.github.ipsecmaven.spec.schema.Nearest;
import java.util.List;
import java.util.Optional;

/** Words that libreswan does not know make it fall back, or fail, without a word to anybody. */
public final class OptionVocabulary implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-E005",
            "An option's value is one that libreswan knows",
            "nmstate accepts any text; libreswan ignores a wrong word with a warning and takes its "
                    + "default, or does not load the connection, and says success in both cases (measured)");

    private static final List<String> DPD_ACTIONS = List.of("hold", "clear", "restart");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (LibreswanOption known : LibreswanOptions.all()) {
            List<String> words = known.name().equals("dpdaction") ? DPD_ACTIONS : known.values();
            if (words.isEmpty()) {
                continue;
            }
            for (WrittenOption option : WrittenOption.named(facts.spec(), known.name())) {
                check(option, words, findings);
            }
        }
    }

    private static void check(WrittenOption option, List<String> words, Findings findings) {
        String[] written = option.name().equals("authby") ? option.text().split(",", -1) : new String[] {option.text()};
        int offset = 0;
        for (String word : written) {
            if (!words.contains(word)) {
                findings.add(option.within(offset, word.length()),
                        "`" + option.name() + "` cannot be '" + word + "'", mend(word, words));
            }
            offset += word.length() + 1;
        }
    }

    private static String mend(String word, List<String> words) {
        Optional<String> meant = switch (word) {
            case "yes" -> Optional.of("always").filter(words::contains);
            case "no" -> Optional.of("never").filter(words::contains);
            default -> Nearest.to(word, words);
        };
        return meant.map(near -> "did you mean `" + near + "`? ").orElse("") + "one of " + String.join(", ", words);
    }
}
