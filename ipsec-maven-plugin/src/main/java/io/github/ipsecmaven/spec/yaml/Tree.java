package io.github.ipsecmaven.spec.yaml;

import io.github.ipsecmaven.diagnostic.Position;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML document in which every value knows where it was written. Immutable; aliases are resolved, keys are unique. */
public sealed interface Tree {

    /** Where the value was written. */
    Position at();

    /** What the YAML 1.2 core schema takes a plain scalar for. */
    enum Kind {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /**
     * A single value.
     *
     * @param text as written, without quotes: {@code 4.20} stays {@code 4.20}
     */
    record Scalar(Position at, Kind kind, String text) implements Tree {

        /** More digits than any number of the language; what is longer counts as if it were this large. */
        private static final int MOST_DIGITS = 30;

        /**
         * The value.
         *
         * @throws NumberFormatException if it is no {@link Kind#INTEGER}
         */
        public BigInteger integer() {
            return new BigInteger(text.substring(0, Math.min(text.length(), MOST_DIGITS)));
        }

        /**
         * Where a part of the value was written. A value that is not in the file as it reads (escapes, several lines,
         * an anchor) is pointed at as a whole.
         *
         * @param offset of the part, in UTF-16 units of {@link #text()}
         * @param length of the part, in UTF-16 units; 0 where something is missing
         */
        public Position within(int offset, int length) {
            String line = at.source().line(at.line());
            if (at.column() > line.codePointCount(0, line.length())) {
                return at;
            }
            int start = line.offsetByCodePoints(0, at.column() - 1);
            if (line.charAt(start) == '"' || line.charAt(start) == '\'') {
                start++;
            }
            int end = Math.min(offset + length, text.length());
            if (!line.startsWith(text, start) || offset > end) {
                return at;
            }
            int column = line.codePointCount(0, start + offset) + 1;
            return new Position(at.source(), at.line(), column, Math.max(1, text.codePointCount(offset, end)));
        }
    }

    record Sequence(Position at, List<Tree> items) implements Tree {

        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * Keys and values in the order in which they were written.
     *
     * @param at the place of the first key, or of the braces
     */
    record Mapping(Position at, Map<String, Entry> entries) implements Tree {

        /** Copies, but keeps the order, which {@link Map#copyOf} does not. */
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** The value of a key, or null. */
        public Tree get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        public boolean has(String key) {
            return entries.containsKey(key);
        }

        /** This mapping without a key. */
        public Mapping without(String key) {
            if (!has(key)) {
                return this;
            }
            Map<String, Entry> rest = new LinkedHashMap<>(entries);
            rest.remove(key);
            return new Mapping(at, rest);
        }

        /** This mapping with another value at a key that it has. */
        public Mapping with(String key, Tree value) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(key, new Entry(entries.get(key).keyAt(), value));
            return new Mapping(at, changed);
        }

        /** This mapping with no other keys than these. */
        public Mapping only(String... keys) {
            Map<String, Entry> some = new LinkedHashMap<>(entries);
            some.keySet().retainAll(List.of(keys));
            return new Mapping(at, some);
        }

        /**
         * This mapping with another laid over it: mappings merge key by key, any other value replaces, and a null
         * unsets what is below it (where nothing is, it stays, for the schema to complain about). What comes from
         * either side keeps its position.
         */
        public Mapping overlaidBy(Mapping over) {
            Map<String, Entry> merged = new LinkedHashMap<>(entries);
            for (Map.Entry<String, Entry> above : over.entries.entrySet()) {
                String key = above.getKey();
                Entry entry = above.getValue();
                Entry below = merged.get(key);
                if (below != null && entry.isNull()) {
                    merged.remove(key);
                } else if (below != null && below.value() instanceof Mapping base && entry.value() instanceof Mapping top) {
                    merged.put(key, new Entry(entry.keyAt(), base.overlaidBy(top)));
                } else {
                    merged.put(key, entry);
                }
            }
            return new Mapping(over.at, merged);
        }
    }

    /** What stands at a key of a mapping. */
    record Entry(Position keyAt, Tree value) {

        public boolean isNull() {
            return value instanceof Scalar scalar && scalar.kind() == Kind.NULL;
        }
    }
}
