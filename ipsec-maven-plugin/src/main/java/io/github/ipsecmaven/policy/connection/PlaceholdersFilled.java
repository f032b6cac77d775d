package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Placeholder;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Section;
import io.github.ipsecmaven.spec.yaml.Tree;
import java.util.regex.Matcher;

/** What a procedure writes in angle brackets is for the user to fill in. */
public final class PlaceholdersFilled implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-A004",
            "No value is a placeholder",
            "nmstate and NetworkManager-libreswan accept `<hostname>` as it stands, and the tunnel "
                    + "never comes up (measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Section document = facts.spec().section();
        document.tree().entries().forEach((key, entry) -> {
            if (!key.equals("waivers")) {
                check(entry.value(), findings);
            }
        });
    }

    private static void check(Tree tree, Findings findings) {
        if (tree instanceof Tree.Mapping mapping) {
            mapping.entries().values().forEach(entry -> check(entry.value(), findings));
        } else if (tree instanceof Tree.Sequence sequence) {
            sequence.items().forEach(item -> check(item, findings));
        } else if (tree instanceof Tree.Scalar scalar) {
            Matcher placeholder = Placeholder.in(scalar.text());
            if (placeholder.find()) {
                findings.add(scalar.within(placeholder.start(), placeholder.end() - placeholder.start()),
                        "'" + placeholder.group() + "' is a placeholder",
                        "write what it stands for, without the angle brackets");
            }
        }
    }
}
