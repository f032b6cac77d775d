package io.github.ipsecmaven.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Recorded output under {@code src/test/resources}; {@code -Dgolden.update=true} records it anew. */
public final class Golden {

    /** Whether what is recorded is to be replaced by what is found. */
    public static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private static final Path RESOURCES = Path.of("src/test/resources");

    private Golden() {}

    /** The folders below a folder of resources, sorted. */
    public static Stream<Path> cases(String folder) throws IOException {
        try (Stream<Path> cases = Files.list(RESOURCES.resolve(folder))) {
            return cases.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    /** The recorded text; on an update the given one, which is then the recorded one. */
    public static String text(Path file, String found) throws IOException {
        if (UPDATE) {
            Files.writeString(file, found);
        }
        return Files.exists(file) ? Files.readString(file) : file + " is not recorded; run with -Dgolden.update=true";
    }
}
