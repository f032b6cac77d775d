package io.github.ipsecmaven.spec;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.spec.yaml.Tree;
import io.github.ipsecmaven.spec.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The defaults that the specs of a run extend. A file is read once; one with findings for each spec, since each gets
 * them. Threads may use it at the same time.
 */
public final class SharedDefaults {

    private final Map<Path, Tree.Mapping> clean = new ConcurrentHashMap<>();

    /**
     * The document in a file.
     *
     * @param name what users call the file
     * @return empty where it cannot be used; what is wrong is then in {@code diagnostics}
     * @throws IOException where it cannot be opened or read
     */
    Optional<Tree.Mapping> in(Path file, String name, Diagnostics diagnostics) throws IOException {
        Tree.Mapping known = clean.get(file);
        if (known != null) {
            return Optional.of(known);
        }
        Diagnostics own = new Diagnostics();
        Optional<Tree.Mapping> read = YamlReader.read(file, name, own);
        if (read.isPresent() && own.all().isEmpty()) {
            clean.put(file, read.get());
        }
        diagnostics.addAll(own.all());
        return read;
    }
}
