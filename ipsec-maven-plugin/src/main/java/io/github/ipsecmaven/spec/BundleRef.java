package io.github.ipsecmaven.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PKCS#12 bundle that the spec names, and how it is opened. */
public record BundleRef(FileRef file, Password password) {

    /** The files that the build opens for it: its own, and its password's where that is in one. */
    public List<FileRef> files() {
        return Stream.concat(Stream.of(file), password.file().stream()).toList();
    }

    static Optional<BundleRef> of(Section owner) {
        return FileRef.of(owner, "bundle").map(file -> new BundleRef(file, Password.of(owner)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BundleRef that && file.equals(that.file) && password.equals(that.password);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }
}
