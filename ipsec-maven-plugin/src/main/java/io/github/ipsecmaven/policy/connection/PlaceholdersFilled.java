package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Placeholder;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.yaml.Tree;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

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
        for (Map.Entry<String, Tree.Entry> entry : facts.spec().section().tree().entries().entrySet()) {
            if (!entry.getKey().equals("waivers")) {
                check(entry.getValue().value(), findings);
            }
        }
    }

    private static void check(Tree tree, Findings findings) {
        if (tree instanceof Tree.Mapping mapping) {
            for (Tree.Entry entry : mapping.entries().values()) {
                check(entry.value(), findings);
            }
        } else if (tree instanceof Tree.Sequence sequence) {
            for (Tree item : sequence.items()) {
                check(item, findings);
            }
        } else if (tree instanceof Tree.Scalar scalar) {
            Optional<MatchResult> found = Placeholder.in(scalar.text());
            if (found.isPresent()) {
                MatchResult placeholder = found.get();
                findings.add(scalar.within(placeholder.start(), placeholder.end() - placeholder.start()),
                        "'" + placeholder.group() + "' is a placeholder",
                        "write what it stands for, without the angle brackets");
            }
        }
    }
}
