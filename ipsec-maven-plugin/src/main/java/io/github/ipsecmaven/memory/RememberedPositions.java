package io.github.ipsecmaven.memory;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.SourceText;
import io.github.ipsecmaven.proof.Words;
import io.github.ipsecmaven.spec.SpecLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Positions as words, both ways. The files that they point into are read again. */
final class RememberedPositions {

    private static final String MARK = "\uFEFF";

    private final Path workingFolder;
    private final Map<Path, SourceText> sources = new HashMap<>();

    RememberedPositions(Path workingFolder) {
        this.workingFolder = workingFolder;
    }

    static Words put(Words words, Position at) {
        return words.put(at.source().file()).put(at.line()).put(at.column()).put(at.length()).put(at.owner());
    }

    /** The position that the next words say. */
    Position position(Words words) throws IOException {
        return new Position(source(Path.of(words.text())), words.number(), words.number(), words.number(), words.text());
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
