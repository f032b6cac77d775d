package io.github.ipsecmaven.pki;

import io.github.ipsecmaven.spec.BundleRef;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A bundle that the build could open: its bytes go to the nodes as they are.
 *
 * @param reference where the spec names it
 * @param path the file, absolute
 * @param source what {@code content} was read from
 */
public record OpenedBundle(BundleRef reference, Path path, byte[] bytes, BundleSource source, Bundle content) {

    /** The same bundle, where another place of the spec names it. */
    OpenedBundle namedBy(BundleRef other) {
        return new OpenedBundle(other, path, bytes, source, content);
    }

    /** The file's name on the nodes, in the folder of the certificates. */
    public String fileName() {
        return path.getFileName().toString();
    }

    /** The nickname under which the nodes' NSS databases file it, and so libreswan's {@code leftcert}. */
    public Optional<String> nickname() {
        return content.identity().isPresent() ? content.identity().get().nickname() : Optional.empty();
    }

    /** The certificate with which the node proves itself; empty where the bundle has no key with a certificate. */
    public Optional<Certificate> certificate() {
        Optional<BundleIdentity> identity = content.identity();
        return identity.isPresent() ? Optional.of(identity.get().certificate().certificate()) : Optional.empty();
    }

    /** Whether the node signs with ECDSA, for which libreswan has to be told. */
    public boolean hasEcdsaKey() {
        return content.identity().isPresent() && content.identity().get().key().algorithm() == KeyAlgorithm.EC;
    }
}
