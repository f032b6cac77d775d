package io.github.ipsecmaven.plan.machineconfig;

import io.github.ipsecmaven.diff.DataUrl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** What a node can write: machine-config-operator, {@code pkg/daemon/file_writers.go}, writeFiles. */
final class NodeFiles {

    /** Users and groups that every node has, as far as we know them. */
    private static final Set<String> OWNERS = Set.of("root", "core");

    private NodeFiles() {}

    /** Why the first file that cannot be written cannot be. */
    static Optional<String> unwritable(List<Map<?, ?>> files) {
        return files.stream().map(NodeFiles::problem).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> problem(Map<?, ?> file) {
        Map<?, ?> contents = Json.map(file.get("contents"));
        String source = Json.text(contents.get("source")).orElse("");
        if (!source.isEmpty()) {
            Optional<byte[]> bytes = DataUrl.decode(source);
            if (bytes.isEmpty()) {
                return Optional.of(file.get("path") + " does not come with its content, and a running node fetches none");
            }
            if ("gzip".equals(contents.get("compression")) && !isGzip(bytes.get())) {
                return Optional.of(file.get("path") + " is to be gzip and is not");
            }
        }
        return owner(file, "user").or(() -> owner(file, "group"));
    }

    private static Optional<String> owner(Map<?, ?> file, String field) {
        Object name = Json.map(file.get(field)).get("name");
        return name == null || OWNERS.contains(name)
                ? Optional.empty()
                : Optional.of(file.get("path") + " belongs to " + name + ", whom no node is known to have");
    }

    private static boolean isGzip(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            in.readAllBytes();
            return true;
        } catch (IOException notGzip) {
            return false;
        }
    }
}
