package io.github.ipsecmaven.spec;

import io.github.ipsecmaven.diagnostic.Position;
import java.util.Optional;

/**
 * Where a bundle's password is found; never the password itself. With neither {@code env} nor {@code file} nor
 * {@code nodeFile} the password is empty.
 *
 * @param at where the spec says so; the bundle's place where it says nothing
 * @param section the same, with the places of its keys; empty where the spec says nothing
 * @param env the environment variable that holds it while the build runs
 * @param file the file whose first line it is, while the build runs
 * @param nodeFile the absolute path on the node of the file whose first line it is
 */
public record Password(
        Position at, Section section, Optional<String> env, Optional<FileRef> file, Optional<String> nodeFile) {

    /** Where a key of it was written; where the password itself was, if the key was not. */
    public Position at(String key) {
        return section.has(key) ? section.at(key) : at;
    }

    /** Whether the build is told where to find it. */
    public boolean knownToBuild() {
        return env.isPresent() || file.isPresent();
    }

    public boolean isEmpty() {
        return !knownToBuild() && nodeFile.isEmpty();
    }

    static Password of(Section owner) {
        Section section = owner.section("password");
        return new Password(owner.has("password") ? section.at() : owner.at("bundle"),
                section, section.text("env"), FileRef.of(section, "file"), section.text("nodeFile"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Password that && at.equals(that.at) && env.equals(that.env) && file.equals(that.file)
                && nodeFile.equals(that.nodeFile);
    }

    @Override
    public int hashCode() {
        return at.hashCode();
    }
}
