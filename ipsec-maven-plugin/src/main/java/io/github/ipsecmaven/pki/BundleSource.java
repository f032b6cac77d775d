package io.github.ipsecmaven.pki;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an opened bundle came from: its bytes, and where its password was read, not the password. No password source
 * means the empty password.
 *
 * @param sha256 of the bundle's bytes, in lower-case hex
 * @param variable the environment variable that held the password
 * @param passwordFile the file whose first line it was
 */
public record BundleSource(String sha256, Optional<String> variable, Optional<Path> passwordFile) {

    @Override
    public boolean equals(Object other) {
        return other instanceof BundleSource that && sha256.equals(that.sha256) && variable.equals(that.variable)
                && passwordFile.equals(that.passwordFile);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }
}
