package io.github.ipsecmaven.diff;

import io.github.ipsecmaven.yaml.ObjectYaml;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a file differs.
 *
 * @param path where it lies
 * @param object what it holds, {@code MachineConfig 99-worker-ipsec-certs}, where it holds an object
 * @param changes what changed in it; none where it is new or gone
 */
public record FileDiff(String path, Kind kind, Optional<String> object, List<Change> changes) {

    /** What happened to a file. */
    public enum Kind { ADDED, REMOVED, CHANGED }

    public FileDiff {
        changes = List.copyOf(changes);
    }

    /**
     * Compares a file with what it was.
     *
     * @param before empty where there was none
     * @param after empty where there is none any more
     * @return empty where nothing changed
     */
    public static Optional<FileDiff> between(String path, Optional<byte[]> before, Optional<byte[]> after) {
        if (before.isPresent() && after.isPresent()) {
            return Arrays.equals(before.get(), after.get())
                    ? Optional.empty()
                    : Optional.of(changed(path, before.get(), after.get()));
        }
        Optional<byte[]> only = before.or(() -> after);
        return only.map(content -> new FileDiff(
                path, before.isPresent() ? Kind.REMOVED : Kind.ADDED, ObjectFile.read(path, content).map(ObjectFile::name),
                List.of()));
    }

    private static FileDiff changed(String path, byte[] before, byte[] after) {
        Optional<ObjectFile> old = ObjectFile.read(path, before);
        Optional<ObjectFile> now = ObjectFile.read(path, after);
        List<Change> changes = old.isPresent() && now.isPresent()
                ? ObjectDiff.between(old.get().body(), now.get().body())
                : List.of();
        return new FileDiff(path, Kind.CHANGED, now.or(() -> old).map(ObjectFile::name),
                changes.isEmpty() ? ContentDiff.between("", before, after) : changes);
    }

    /** A file with an object. */
    private record ObjectFile(Map<?, ?> body) {

        static Optional<ObjectFile> read(String path, byte[] content) {
            return path.endsWith(".yaml")
                    ? ObjectYaml.read(new String(content, StandardCharsets.UTF_8))
                            .filter(body -> body.get("kind") instanceof String).map(ObjectFile::new)
                    : Optional.empty();
        }

        String name() {
            Object kind = body.get("kind");
            Object name = body.get("metadata") instanceof Map<?, ?> metadata ? metadata.get("name") : null;
            return kind + (name == null ? "" : " " + name);
        }
    }
}
