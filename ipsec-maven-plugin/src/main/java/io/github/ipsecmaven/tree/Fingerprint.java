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

    Fingerprint {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a fingerprint");
        }
    }

    /** Reads a regular file. */
    static Fingerprint read(Path file) throws IOException {
        return new Fingerprint(Digest.of(Files.readAllBytes(file)) + (Seen.isExecutable(file) ? "+x" : ""));
    }

    /** What a regular file that was just written will read as. */
    static Fingerprint written(Path file, byte[] bytes) throws IOException {
        return new Fingerprint(Digest.of(bytes) + (Seen.isExecutable(file) ? "+x" : ""));
    }
}
