package io.github.ipsecmaven.pki;

/**
 * A PEM block that is no plain certificate; its content is never decoded.
 *
 * @param label the type in its BEGIN line, such as {@code PRIVATE KEY} or {@code TRUSTED CERTIFICATE}
 * @param line the line of its BEGIN, from 1
 */
public record PemBlock(String label, int line) {

    /** True for every label under which OpenSSL and OpenSSH write a private key. */
    public boolean isPrivateKey() {
        return label.endsWith("PRIVATE KEY");
    }
}
