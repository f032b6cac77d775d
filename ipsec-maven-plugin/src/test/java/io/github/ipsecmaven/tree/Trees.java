package io.github.ipsecmaven.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Trees for tests. */
final class Trees {

    private Trees() {}

    static TreeFile file(String path, String content) {
        return new TreeFile(path, content.getBytes(UTF_8), false);
    }

    static TreeFile script(String path, String content) {
        return new TreeFile(path, content.getBytes(UTF_8), true);
    }

    static Set<String> paths(Collection<TreeFile> files) {
        var paths = new LinkedHashSet<String>();
        files.forEach(file -> paths.add(file.path()));
        return paths;
    }

    /** Writes a tree without a journal, and with times in the past, so that a restored time shows. */
    static void lay(Path root, Collection<TreeFile> files) throws IOException {
        for (var file : files) {
            put(root, file);
            Files.setLastModifiedTime(root.resolve(file.path()), FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
        }
    }

    static void put(Path root, TreeFile file) throws IOException {
        var path = root.resolve(file.path());
        Files.createDirectories(path.getParent());
        Files.deleteIfExists(path);
        new Disk().write(path, file.bytes(), file.executable());
    }

    static Changes write(Path root, Collection<TreeFile> wanted, Set<String> owned) throws IOException {
        try (var session = OutputFolder.at(root).open(Duration.ZERO)) {
            return session.write(wanted, owned);
        }
    }

    /** Writes a tree of which each batch is added by itself. */
    static Changes writeBatches(Session session, List<List<TreeFile>> batches, Set<String> owned) throws IOException {
        var draft = session.draft();
        for (var batch : batches) {
            draft.add(batch, Set.of());
        }
        draft.add(List.of(), owned);
        return draft.commit();
    }

    /** A tree of up to {@code size} files, in which a name is a file in some trees and a directory in others. */
    static List<TreeFile> random(Random random, int size) {
        var tree = new TreeMap<String, TreeFile>();
        var kinds = new HashMap<String, Boolean>();
        for (int i = 0; i < size; i++) {
            var path = "" + (char) ('a' + random.nextInt(3));
            for (int depth = random.nextInt(3); depth > 0; depth--) {
                path += "/" + (char) ('a' + random.nextInt(3));
            }
            var isFree = !kinds.containsKey(path)
                    && TreePath.parents(path).stream().noneMatch(parent -> kinds.getOrDefault(parent, false));
            if (isFree) {
                TreePath.parents(path).forEach(parent -> kinds.put(parent, false));
                kinds.put(path, true);
                var content = path + " " + random.nextInt(3);
                tree.put(path, random.nextInt(4) == 0 ? script(path, content) : file(path, content));
            }
        }
        return List.copyOf(tree.values());
    }
}
