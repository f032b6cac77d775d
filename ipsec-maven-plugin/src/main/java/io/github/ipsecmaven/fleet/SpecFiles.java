package io.github.ipsecmaven.fleet;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Finds the specs of a run. */
public final class SpecFiles {

    /** Where specs are looked for when nobody says where: one cluster, or a fleet. */
    public static final List<String> USUAL = List.of("ipsec.yaml", "clusters/*/ipsec.yaml");

    private SpecFiles() {}

    /**
     * The specs that patterns name, sorted, each once. In a pattern {@code *} stands for any part of one name; a pattern
     * without it names a file, whether it exists or not.
     */
    public static List<Path> named(Path workingFolder, List<String> patterns) throws IOException {
        TreeSet<Path> files = new TreeSet<>();
        for (String pattern : patterns) {
            List<Path> found = List.of(workingFolder);
            for (Path name : Path.of(pattern)) {
                found = expand(found, name.toString());
            }
            boolean absolute = Path.of(pattern).isAbsolute();
            for (Path file : found) {
                files.add((absolute ? Path.of(pattern) : file).toAbsolutePath().normalize());
            }
        }
        return List.copyOf(files);
    }

    /** The specs in the usual places, as far as they exist. */
    public static List<Path> usual(Path workingFolder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path file : named(workingFolder, USUAL)) {
            if (Files.exists(file)) {
                files.add(file);
            }
        }
        return files;
    }

    private static List<Path> expand(List<Path> folders, String name) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            if (!name.contains("*")) {
                found.add(folder.resolve(name));
            } else if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> matching = Files.newDirectoryStream(folder, name)) {
                    for (Path match : matching) {
                        found.add(match);
                    }
                }
            }
        }
        return found;
    }
}
