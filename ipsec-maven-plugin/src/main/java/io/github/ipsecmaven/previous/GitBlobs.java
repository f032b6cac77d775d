package io.github.ipsecmaven.previous;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Contents of files by their ids, from one {@code git cat-file --batch} that runs from the first question to the end. */
final class GitBlobs implements AutoCloseable {

    private static final int SHA1_DIGITS = 40;

    private final Git git;
    private Process process;
    private DataInputStream answers;

    GitBlobs(Git git) {
        this.git = git;
    }

    /**
     * As they were committed, without what filters and line ends make of them in the work tree. Threads may ask at the
     * same time; one answer is read before the next question is put.
     */
    synchronized byte[] read(String id) throws IOException {
        if (process == null) {
            process = git.start("cat-file", "--batch");
            answers = new DataInputStream(process.getInputStream());
        }
        try {
            OutputStream questions = process.getOutputStream();
            questions.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
            questions.flush();
            String[] head = line().split(" ");
            if (head.length != 3) {
                throw new GitException("git has no content of " + id + ": the clone is not complete");
            }
            byte[] content = answers.readNBytes(Integer.parseInt(head[2]));
            answers.readByte();
            return content;
        } catch (EOFException e) {
            throw new GitException("git ended before it had given the content of " + id);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = answers.readByte(); c != '\n'; c = answers.readByte()) {
            line.append((char) c);
        }
        return line.toString();
    }

    /** Whether an id is that of a content. */
    static boolean isIdOf(String id, byte[] content) {
        return id(content, id.length() == SHA1_DIGITS ? "SHA-1" : "SHA-256").equals(id);
    }

    /** The id of a content in a repository of an object format. */
    static String id(byte[] content, String algorithm) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1 and SHA-256", e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
