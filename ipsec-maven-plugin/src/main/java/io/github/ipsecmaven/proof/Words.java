package io.github.ipsecmaven.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A line of words, each of which may hold anything; written and read in the same order. */
public final class Words {

    private static final char BETWEEN = '|';

    private final List<String> words;
    private int next;

    private Words(List<String> words) {
        this.words = words;
    }

    /** A line with nothing on it. */
    public static Words none() {
        return new Words(new ArrayList<>());
    }

    /** The words of a line that {@link #line} wrote. */
    public static Words of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == BETWEEN) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c == '\\' ? unescaped(line.charAt(++i)) : c);
            }
        }
        words.add(word.toString());
        return new Words(words);
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'p' -> BETWEEN;
            default -> c;
        };
    }

    /** The line, without a line break or a tab in it. */
    public String line() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) {
                line.append(BETWEEN);
            }
            escape(words.get(i), line);
        }
        return line.toString();
    }

    private static void escape(String word, StringBuilder line) {
        if (!needsEscapes(word)) {
            line.append(word);
            return;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\t' -> line.append("\\t");
                case BETWEEN -> line.append("\\p");
                default -> line.append(c);
            }
        }
    }

    private static boolean needsEscapes(String word) {
        return word.indexOf('\\') >= 0 || word.indexOf('\n') >= 0 || word.indexOf('\t') >= 0 || word.indexOf(BETWEEN) >= 0;
    }

    /** Adds a word: a text, a number, a flag or the name of a constant. */
    public Words put(Object word) {
        words.add(word.toString());
        return this;
    }

    /** Adds a word that may be missing. */
    public Words put(Optional<?> word) {
        return put(word.isPresent() ? List.of(word.get()) : List.of());
    }

    /** Adds words, and how many there are. */
    public Words put(Collection<?> many) {
        put(many.size());
        for (Object word : many) {
            put(word);
        }
        return this;
    }

    /** The next word. */
    public String text() {
        return words.get(next++);
    }

    public int number() {
        return Integer.parseInt(text());
    }

    public boolean flag() {
        return Boolean.parseBoolean(text());
    }

    public <E extends Enum<E>> E constant(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    /** A word that may be missing. */
    public Optional<String> optional() {
        List<String> found = texts();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** Words of which the number is written before them. */
    public List<String> texts() {
        List<String> found = new ArrayList<>();
        for (int left = number(); left > 0; left--) {
            found.add(text());
        }
        return found;
    }
}
