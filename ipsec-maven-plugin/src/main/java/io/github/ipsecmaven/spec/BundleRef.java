package io.github.ipsecmaven.spec;

import java.util.List;
import java.util.Optional;

/** A PKCS#12 bundle that the spec names, and how it is opened. */
public record BundleRef(FileRef file, Password password) {

    /** The files that the build opens for it: its own, and its password's where that is in one. */
    public List<FileRef> files() {
        return password.file().isPresent() ? List.of(file, password.file().get()) : List.of(file);
    }

    static Optional<BundleRef> of(Section owner) {
        Optional<FileRef> file = FileRef.of(owner, "bundle");
        return file.isPresent() ? Optional.of(new BundleRef(file.get(), Password.of(owner))) : Optional.empty();
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
