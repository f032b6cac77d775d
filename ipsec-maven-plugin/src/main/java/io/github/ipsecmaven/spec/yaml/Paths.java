package io.github.ipsecmaven.spec.yaml;

import io.github.ipsecmaven.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;

/** What a place of a document is called: the keys that lead there, joined by {@code /}. */
public final class Paths {

    private final Position wanted;
    private final List<String> found = new ArrayList<>();

    private Paths(Position wanted) {
        this.wanted = wanted;
    }

    /**
     * The paths of the keys and values that stand at a position. More than one, where a mapping starts with its first
     * key or where an alias repeats a value; none, where the place is not part of the document.
     */
    public static List<String> of(Position position, Tree.Mapping document) {
        if (!position.owner().isEmpty()) {
            return List.of(position.owner());
        }
        Paths paths = new Paths(position);
        paths.walk(document, "");
        return paths.found;
    }

    private void walk(Tree tree, String path) {
        if (tree instanceof Tree.Mapping mapping) {
            mapping.entries().forEach((key, entry) -> visit(entry.keyAt(), entry.value(), path + key));
        } else if (tree instanceof Tree.Sequence sequence) {
            List<Tree> items = sequence.items();
            for (int i = 0; i < items.size(); i++) {
                visit(items.get(i).at(), items.get(i), path + i);
            }
        }
    }

    private void visit(Position key, Tree value, String path) {
        if (wanted.equals(key) || wanted.equals(value.at())) {
            found.add(path);
        }
        walk(value, path + "/");
    }
}
