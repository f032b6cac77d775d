package io.github.ipsecmaven.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Specs that nobody has thought of: committed ones with random edits, the same for the same seed. */
public final class Mutations {

    private static final List<String> TOKENS = List.of(
            ": ", ":", "- ", "-", "{", "}", "[", "]", ", ", "&a ", "*a", "!!str ", "!!binary ", "!x ", "!%ff ", "!<> ",
            "|\n", ">-\n", "\"", "'", "\\", "\\U00110000", "\\ud800", "\t", " ", "\n", "\r", "\r\n", "\u0085", "\u2028",
            "\uFEFF", "\u0007", "\0", "\uFFFF", "\uD83D\uDE00", "é", "<<: ", "? ", "# ", "%YAML 1.1\n", "@", "`",
            "---\n", "...\n", "null", "~", "no", "0", "-1", "007", "1e999", ".inf", ".nan", "99999999999999999999",
            "P9999D", "2027-02-31", "absent", "purge", "%fromcert", "{node}", "../", "/", "certs", "certs/ca.pem", "");

    private final Random random;
    private final List<String> originals;

    /** Edits of the YAML files below a folder of resources. */
    public Mutations(Path folder, long seed) throws IOException {
        random = new Random(seed);
        originals = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Mutations::isSpec).sorted().toList()) {
                originals.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
    }

    private static boolean isSpec(Path file) {
        return file.endsWith("ipsec.yaml") && !file.toString().contains("expected");
    }

    /** The next spec: one to six edits. */
    public String next() {
        StringBuilder text = new StringBuilder(pick(originals));
        for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
            edit(text);
        }
        return withoutHalfCharacters(text.toString());
    }

    private static String withoutHalfCharacters(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private void edit(StringBuilder text) {
        switch (random.nextInt(6)) {
            case 0 -> text.insert(place(text), pick(TOKENS));
            case 1 -> delete(text, place(text), random.nextInt(12));
            case 2 -> replaceValue(text);
            case 3 -> text.insert(startOfLine(text), line(text));
            case 4 -> delete(text, startOfLine(text), random.nextInt(60));
            default -> text.insert(startOfLine(text), " ".repeat(random.nextInt(4)));
        }
    }

    private void replaceValue(StringBuilder text) {
        int colon = text.indexOf(": ", place(text));
        if (colon >= 0) {
            int end = text.indexOf("\n", colon);
            text.replace(colon + 2, end < 0 ? text.length() : end, pick(TOKENS));
        }
    }

    private String line(StringBuilder text) {
        int start = startOfLine(text);
        int end = text.indexOf("\n", start);
        return text.substring(start, end < 0 ? text.length() : end + 1);
    }

    private int startOfLine(StringBuilder text) {
        return text.lastIndexOf("\n", place(text)) + 1;
    }

    private static void delete(StringBuilder text, int start, int length) {
        text.delete(start, Math.min(text.length(), start + length));
    }

    private int place(StringBuilder text) {
        return random.nextInt(text.length() + 1);
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
