package io.github.ipsecmaven.spec;

import io.github.ipsecmaven.spec.yaml.Tree;
import java.util.Map;

/** Lays what is written for one cluster or node over what several have in common. */
final class Overlay {

    private Overlay() {}

    /**
     * Defaults with what is written for one laid over them, as {@link Tree.Mapping#overlaidBy} does. In a {@code
     * password} {@code env} and {@code file} are one choice: the one that is written above replaces the other one
     * below.
     */
    static Tree.Mapping over(Tree.Mapping below, Tree.Mapping above) {
        return withoutReplaced(below, above).overlaidBy(above);
    }

    private static Tree.Mapping withoutReplaced(Tree.Mapping below, Tree.Mapping above) {
        Tree.Mapping left = below;
        for (Map.Entry<String, Tree.Entry> entry : above.entries().entrySet()) {
            String key = entry.getKey();
            if (below.get(key) instanceof Tree.Mapping base && entry.getValue().value() instanceof Tree.Mapping top) {
                Tree.Mapping kept = key.equals("password")
                        ? withoutOther("env", "file", withoutOther("file", "env", base, top), top)
                        : withoutReplaced(base, top);
                left = kept == base ? left : left.with(key, kept);
            }
        }
        return left;
    }

    private static Tree.Mapping withoutOther(String choice, String other, Tree.Mapping below, Tree.Mapping above) {
        boolean chosen = above.has(choice) && !above.entries().get(choice).isNull();
        return chosen && !above.has(other) ? below.without(other) : below;
    }
}
