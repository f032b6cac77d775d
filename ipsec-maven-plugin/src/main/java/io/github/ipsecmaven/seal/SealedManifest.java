package io.github.ipsecmaven.seal;

import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.previous.Inventory.Seal;

/**
 * An object with key material, encrypted.
 *
 * @param manifest the object in clear, at the path of its encrypted file
 * @param bytes that file
 * @param seal what binds the two
 */
public record SealedManifest(Manifest manifest, byte[] bytes, Seal seal) {

    /** The path and the size; the object is a secret. */
    @Override
    public String toString() {
        return manifest.path() + " (" + bytes.length + " bytes)";
    }
}
