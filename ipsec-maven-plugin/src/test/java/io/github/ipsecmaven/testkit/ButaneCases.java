package io.github.ipsecmaven.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The procedure's Butane files with what butane made of them ({@code src/test/resources/butane}, with a README). */
public final class ButaneCases {

    private static final String ENCODED = ".b64";

    private ButaneCases() {}

    /** The names of the cases, {@code 99-ipsec-<role>-<release>}, sorted. */
    public static List<String> names() {
        try (Stream<Path> files = Files.list(home())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".bu"))
                    .map(name -> name.substring(0, name.length() - ".bu".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path source(String name) {
        return home().resolve(name + ".bu");
    }

    /** The MachineConfig that butane made of the source. */
    public static Path output(String name) {
        return home().resolve(name + ".yaml");
    }

    /** Puts the files that the sources name as {@code local} into a folder, decoded, and returns the folder. */
    public static Path filesIn(Path folder) {
        try (Stream<Path> files = Files.list(home().resolve("files"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENCODED)) {
                    Files.write(folder.resolve(name.substring(0, name.length() - ENCODED.length())),
                            Base64.getMimeDecoder().decode(Files.readAllBytes(file)));
                } else {
                    Files.copy(file, folder.resolve(name));
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home() {
        try {
            return Path.of(ButaneCases.class.getResource("/butane").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
