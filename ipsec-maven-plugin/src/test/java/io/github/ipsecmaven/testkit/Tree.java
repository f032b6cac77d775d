package io.github.ipsecmaven.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files below a folder, in forms that tests compare. */
public final class Tree {

    private Tree() {}

    /** Path to content, as text: bytes are compared as ISO 8859-1, one to one. Nothing where there is no folder. */
    public static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        for (Path file : files(folder)) {
            tree.put(name(folder, file), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
        return tree;
    }

    /** Path to the time of the last change. */
    public static Map<String, FileTime> times(Path folder) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        for (Path file : files(folder)) {
            times.put(name(folder, file), Files.getLastModifiedTime(file));
        }
        return times;
    }

    /** Replaces a folder by a copy of another. */
    public static void replace(Path folder, Path original) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        for (Path file : files(original)) {
            Path copy = folder.resolve(original.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
