package io.github.ipsecmaven;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.SourceText;
import io.github.ipsecmaven.spec.SpecLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts and positions as words of one line, both ways. The files that positions point into are read again. */
final class RememberedPositions {

    private static final String MARK = "\uFEFF";

    private final Path workingFolder;
    private final Map<Path, SourceText> sources = new HashMap<>();

    RememberedPositions(Path workingFolder) {
        this.workingFolder = workingFolder;
    }

    /** One line of words; each may hold anything. */
    static String line(List<String> words) {
        List<String> escaped = new ArrayList<>();
        words.forEach(word -> escaped.add(word.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
                .replace("|", "\\p")));
        return String.join("|", escaped);
    }

    /** The words of a line. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (String escaped : line.split("\\|", -1)) {
            StringBuilder word = new StringBuilder();
            for (int i = 0; i < escaped.length(); i++) {
                char c = escaped.charAt(i);
                word.append(c == '\\' ? unescaped(escaped.charAt(++i)) : c);
            }
            words.add(word.toString());
        }
        return words;
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'p' -> '|';
            default -> c;
        };
    }

    static List<String> words(Position at) {
        return List.of(at.source().file().toString(), Integer.toString(at.line()), Integer.toString(at.column()),
                Integer.toString(at.length()), at.owner());
    }

    /** The position that five words say. */
    Position position(List<String> words) throws IOException {
        return new Position(source(Path.of(words.get(0))), Integer.parseInt(words.get(1)),
                Integer.parseInt(words.get(2)), Integer.parseInt(words.get(3)), words.get(4));
    }

    private SourceText source(Path file) throws IOException {
        SourceText known = sources.get(file);
        if (known == null) {
            String text = Files.readString(file);
            known = new SourceText(file, SpecLoader.nameOf(file, workingFolder),
                    text.startsWith(MARK) ? text.substring(MARK.length()) : text);
            sources.put(file, known);
        }
        return known;
    }
}
