package io.github.ipsecmaven.spec;

import java.util.Optional;

/** A PKCS#12 bundle that the spec names, and how it is opened. */
public record BundleRef(FileRef file, Password password) {

    static Optional<BundleRef> of(Section owner) {
        return FileRef.of(owner, "bundle").map(file -> new BundleRef(file, Password.of(owner)));
    }
}
