package io.github.ipsecmaven.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;

/** Writes a {@link Plan} line by line: that of a large fleet has many megabytes. */
final class PlanWriter implements AutoCloseable {

    private static final int PIECE = 1 << 14;

    private final DigestOutputStream out;

    PlanWriter(OutputStream out) throws IOException {
        this.out = new DigestOutputStream(new BufferedOutputStream(out, PIECE), Digest.sha256());
        write(Plan.HEAD);
    }

    /** A file that changes from one state to another; those of the journal are numbered in this order. */
    void file(String path, Fingerprint before, Fingerprint after) throws IOException {
        write("file " + before.text() + " " + after.text() + " " + path + "\n");
    }

    /** A directory that will be removed if it is empty, the innermost first. */
    void emptied(String path, String permissions) throws IOException {
        write("rmdir " + permissions + " " + path + "\n");
    }

    /** A directory that will be made, the outermost first. */
    void made(String path) throws IOException {
        write("mkdir " + path + "\n");
    }

    /** Ends it. Without this, or where it was cut off, it is no plan. */
    void seal() throws IOException {
        write(Plan.SEAL + Digest.hex(out.getMessageDigest()) + "\n");
        out.flush();
    }

    private void write(String line) throws IOException {
        out.write(line.getBytes(UTF_8));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
