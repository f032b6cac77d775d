package io.github.ipsecmaven.spec;

import io.github.ipsecmaven.spec.yaml.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A finding that somebody accepted.
 *
 * @param rule the rule's id
 * @param scope the part of the spec that it covers, keys joined by {@code /}; empty for all of it
 * @param until the last day on which it holds, ISO 8601, as written
 */
public record Waiver(Section section, String rule, Optional<String> scope, String reason, Optional<String> until) {

    static List<Waiver> of(Section document) {
        List<Waiver> waivers = new ArrayList<>();
        if (document.tree().get("waivers") instanceof Tree.Sequence sequence) {
            for (Tree item : sequence.items()) {
                Section section = new Section(item.at(), (Tree.Mapping) item);
                waivers.add(new Waiver(section, section.text("rule").orElseThrow(), section.text("scope"),
                        section.text("reason").orElseThrow(), section.text("until")));
            }
        }
        return List.copyOf(waivers);
    }
}
