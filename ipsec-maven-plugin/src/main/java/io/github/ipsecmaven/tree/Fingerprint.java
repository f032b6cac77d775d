package io.github.ipsecmaven.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * By what the journal recognises a state of a file.
 *
 * @param text {@code absent}, or the SHA-256 of the content in lower-case hex and then {@code +x} if it is executable
 */
record Fingerprint(String text) {

    private static final Pattern TEXT = Pattern.compile("absent|[0-9a-f]{64}(\\+x)?");

    static final Fingerprint ABSENT = new Fingerprint("absent");

    /** @throws IllegalArgumentException if that is not the text of a fingerprint */
    static Fingerprint parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a fingerprint");
        }
        return new Fingerprint(text);
    }

    /** Reads a regular file. */
    static Fingerprint read(Path file) throws IOException {
        return new Fingerprint(Digest.of(Files.readAllBytes(file)) + mark(file));
    }

    /** What follows the digest of a regular file's content. */
    static String mark(Path file) throws IOException {
        return Seen.isExecutable(file) ? "+x" : "";
    }
}
