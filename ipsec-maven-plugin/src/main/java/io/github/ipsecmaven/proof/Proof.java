package io.github.ipsecmaven.proof;

import io.github.ipsecmaven.tree.KnownFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * That something compiled without a finding.
 *
 * @param from the instant of the run that proved it; before it, the proof says nothing
 * @param until the first instant at which a verdict could be another one
 * @param conditions what was looked at, and the state it was in
 * @param facts what the run is told of the cluster, by name
 * @param files what it compiled to, as it lies on disk
 */
public record Proof(
        Instant from, Instant until, Map<String, String> conditions, Map<String, String> facts, List<KnownFile> files) {

    /** Whether it speaks of an instant. */
    public boolean holdsAt(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    /** Whether it can be written down: no part of it contains a line break or a tab. */
    public boolean isWritable() {
        for (KnownFile file : files) {
            if (!isWritable(file.path())) {
                return false;
            }
        }
        return areWritable(conditions) && areWritable(facts);
    }

    private static boolean areWritable(Map<String, String> lines) {
        for (Map.Entry<String, String> line : lines.entrySet()) {
            if (!isWritable(line.getKey()) || !isWritable(line.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWritable(String part) {
        return part.indexOf('\n') < 0 && part.indexOf('\t') < 0;
    }

    /** As lines. */
    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "from", Long.toString(from.getEpochSecond()), Integer.toString(from.getNano()));
        line(text, "until", Long.toString(until.getEpochSecond()), Integer.toString(until.getNano()));
        for (Map.Entry<String, String> condition : conditions.entrySet()) {
            line(text, "given", condition.getKey(), condition.getValue());
        }
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            line(text, "fact", fact.getKey(), fact.getValue());
        }
        for (KnownFile file : files) {
            line(text, "file", file.state() + '\t' + file.stamp(), file.path());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String kind, String key, String value) {
        text.append(kind).append('\t').append(key).append('\t').append(value).append('\n');
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws RuntimeException of any kind for another text
     */
    static Proof parse(String lines) {
        Instant from = Instant.MAX;
        Instant until = Instant.MIN;
        Map<String, String> conditions = new LinkedHashMap<>();
        Map<String, String> facts = new LinkedHashMap<>();
        List<KnownFile> files = new ArrayList<>();
        for (String line : lines.split("\n")) {
            String[] words = line.split("\t", -1);
            switch (words[0]) {
                case "from" -> from = instant(words);
                case "until" -> until = instant(words);
                case "given" -> conditions.put(words[1], words[2]);
                case "fact" -> facts.put(words[1], words[2]);
                case "file" -> files.add(new KnownFile(words[3], words[1], words[2]));
                default -> throw new IllegalArgumentException("not a line of a proof");
            }
        }
        return new Proof(from, until, conditions, facts, files);
    }

    private static Instant instant(String[] words) {
        return Instant.ofEpochSecond(Long.parseLong(words[1]), Long.parseLong(words[2]));
    }
}
