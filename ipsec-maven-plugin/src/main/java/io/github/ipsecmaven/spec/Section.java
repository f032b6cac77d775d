package io.github.ipsecmaven.spec;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.spec.yaml.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A mapping of a document that passed the schema: typed access to its values, and the places that findings point at.
 *
 * @param at where the mapping's own key was written; the start of the file for the document
 */
public record Section(Position at, Tree.Mapping tree) {

    /** Where the value of a key was written, or the section's own place where the key is not there. */
    public Position at(String key) {
        Tree value = tree.get(key);
        return value == null ? at : value.at();
    }

    /** Where a key was written, or the section's own place where it is not there. */
    public Position keyAt(String key) {
        Tree.Entry entry = tree.entries().get(key);
        return entry == null ? at : entry.keyAt();
    }

    /** Where a part of the text at a key was written: {@link Tree.Scalar#within}. */
    public Position within(String key, int offset, int length) {
        return tree.get(key) instanceof Tree.Scalar scalar ? scalar.within(offset, length) : at(key);
    }

    public boolean has(String key) {
        return tree.has(key);
    }

    public Optional<String> text(String key) {
        return tree.get(key) instanceof Tree.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }

    public OptionalInt integer(String key) {
        Optional<String> text = text(key);
        return text.isPresent() ? OptionalInt.of(Integer.parseInt(text.get())) : OptionalInt.empty();
    }

    public Optional<Boolean> flag(String key) {
        Optional<String> text = text(key);
        return text.isPresent() ? Optional.of(text.get().equalsIgnoreCase("true")) : Optional.empty();
    }

    /** The mapping at a key; an empty one where the key is not there or holds a scalar. */
    public Section section(String key) {
        Tree.Mapping below = tree.get(key) instanceof Tree.Mapping mapping ? mapping : new Tree.Mapping(at, Map.of());
        return new Section(keyAt(key), below);
    }

    /** The mappings below the mapping at a key, by name. */
    public Map<String, Section> sections(String key) {
        return section(key).sections();
    }

    /** The mappings in this one, by name; an empty one for a key that holds a scalar. */
    public Map<String, Section> sections() {
        Map<String, Section> named = new LinkedHashMap<>();
        for (String name : tree.entries().keySet()) {
            named.put(name, section(name));
        }
        return named;
    }

    /** The texts in this mapping, by key. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Tree.Entry> entry : tree.entries().entrySet()) {
            if (entry.getValue().value() instanceof Tree.Scalar scalar) {
                texts.put(entry.getKey(), scalar.text());
            }
        }
        return texts;
    }

    /** Whether the thing is written to be gone: {@code state: absent}. */
    boolean isAbsent() {
        return tree.get("state") instanceof Tree.Scalar state && state.text().equals("absent");
    }

    /** This section with another laid over it. */
    Section overlaidBy(Section over) {
        return new Section(over.at, Overlay.over(tree, over.tree));
    }

    Section without(String key) {
        return new Section(at, tree.without(key));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Section that && at.equals(that.at) && (tree == that.tree || tree.equals(that.tree));
    }

    @Override
    public int hashCode() {
        return at.hashCode();
    }
}
