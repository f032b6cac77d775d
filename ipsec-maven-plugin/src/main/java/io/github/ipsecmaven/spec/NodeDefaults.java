package io.github.ipsecmaven.spec;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.spec.yaml.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays {@code nodeDefaults} under each node, with {@code {node}} replaced by the node's name. */
final class NodeDefaults {

    private static final String NODE = "{node}";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z_.]*}");

    private final Section defaults;

    NodeDefaults(Section defaults, Diagnostics diagnostics) {
        this.defaults = defaults;
        reportPlaceholders(defaults.tree(), NODE, diagnostics);
    }

    Section appliedTo(String node, Section section) {
        Section filled = new Section(defaults.at(), (Tree.Mapping) filled(defaults.tree(), node, "nodes/" + node));
        return filled.overlaidBy(section);
    }

    /** A value that differs from node to node is the node's own, though it was written once for all. */
    private static Tree filled(Tree tree, String node, String path) {
        if (tree instanceof Tree.Mapping mapping) {
            Map<String, Tree.Entry> entries = new LinkedHashMap<>();
            for (Map.Entry<String, Tree.Entry> entry : mapping.entries().entrySet()) {
                String key = entry.getKey();
                entries.put(key, new Tree.Entry(
                        entry.getValue().keyAt(), filled(entry.getValue().value(), node, path + "/" + key)));
            }
            return new Tree.Mapping(mapping.at(), entries);
        }
        Tree.Scalar scalar = (Tree.Scalar) tree;
        String text = scalar.text().replace(NODE, node);
        Position at = text.equals(scalar.text()) ? scalar.at() : scalar.at().ownedBy(path);
        return new Tree.Scalar(at, scalar.kind(), text);
    }

    /** Reports the placeholders of a place that is not repeated for each node: they stand for nothing there. */
    static void reportMisplaced(Section section, Diagnostics diagnostics) {
        reportPlaceholders(section.tree(), "", diagnostics);
    }

    private static void reportPlaceholders(Tree tree, String known, Diagnostics diagnostics) {
        if (tree instanceof Tree.Mapping mapping) {
            for (Tree.Entry entry : mapping.entries().values()) {
                reportPlaceholders(entry.value(), known, diagnostics);
            }
            return;
        }
        Matcher placeholders = PLACEHOLDER.matcher(((Tree.Scalar) tree).text());
        while (placeholders.find()) {
            if (!placeholders.group().equals(known)) {
                diagnostics.add(SpecFinding.UNKNOWN_PLACEHOLDER.at(tree.at(), placeholders.group()));
            }
        }
    }
}
