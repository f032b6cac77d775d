package io.github.ipsecmaven.spec;

import io.github.ipsecmaven.diagnostic.Position;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A file that the spec names.
 *
 * @param at where it is named
 * @param written the path as written, or the name of the environment variable that holds it
 * @param variable whether {@code written} is a variable's name
 */
public record FileRef(Position at, String written, boolean variable) {

    /**
     * The file, absolute and normalised: a relative path starts at the folder of the file that names it.
     *
     * @return empty where the variable is not set, or where the text cannot be a path on this system
     */
    public Optional<Path> resolve(Map<String, String> environment) {
        String path = variable ? environment.get(written) : written;
        if (path == null || path.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(at.source().file().resolveSibling(path).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What users call the file. */
    public String shown() {
        return variable ? "$" + written : written;
    }

    static Optional<FileRef> of(Section section, String key) {
        Optional<String> path = section.text(key);
        if (path.isPresent()) {
            return Optional.of(new FileRef(section.at(key), path.get(), false));
        }
        Section reference = section.section(key);
        Optional<String> name = reference.text("env");
        return name.isPresent() ? Optional.of(new FileRef(reference.at("env"), name.get(), true)) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileRef that && at.equals(that.at) && written.equals(that.written)
                && variable == that.variable;
    }

    @Override
    public int hashCode() {
        return 31 * at.hashCode() + written.hashCode();
    }
}
