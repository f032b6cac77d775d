package io.github.ipsecmaven.fuzz;

import io.github.ipsecmaven.testkit.Mutations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What fuzzing begins with, and all that an ordinary build runs: committed files, and edits of them. */
public final class Seeds {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final long SEED = 20261123;
    private static final int EDITED = 200;

    private Seeds() {}

    /** Every spec of the tests, and edits of those of the cases. */
    public static List<byte[]> specs() throws IOException {
        List<byte[]> specs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("rules"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                specs.add(Files.readAllBytes(file));
            }
        }
        Mutations mutations = new Mutations(RESOURCES.resolve("cases"), SEED);
        for (int edited = 0; edited < EDITED; edited++) {
            specs.add(mutations.next().getBytes(StandardCharsets.UTF_8));
        }
        return specs;
    }

    /** The originals, and edits of them: bytes replaced, cut out and repeated. */
    public static List<byte[]> andEdits(List<byte[]> originals) {
        Random random = new Random(SEED);
        List<byte[]> seeds = new ArrayList<>(originals);
        for (int edited = 0; edited < EDITED; edited++) {
            seeds.add(edit(originals.get(random.nextInt(originals.size())), random));
        }
        return seeds;
    }

    private static byte[] edit(byte[] original, Random random) {
        int from = random.nextInt(original.length + 1);
        int to = Math.min(original.length, from + random.nextInt(8));
        byte[] inserted = new byte[random.nextInt(4)];
        random.nextBytes(inserted);
        byte[] edited = new byte[from + inserted.length + original.length - to];
        System.arraycopy(original, 0, edited, 0, from);
        System.arraycopy(inserted, 0, edited, from, inserted.length);
        System.arraycopy(original, to, edited, from + inserted.length, original.length - to);
        return edited;
    }
}
