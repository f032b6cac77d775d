package io.github.ipsecmaven.proof;

import io.github.ipsecmaven.tree.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Proofs in a folder. Whatever is wrong with the folder, or with a proof in it, means that there is no proof: a run never
 * fails for it. A proof that was cut off or changed is found out by its digest; a folder that others than its user may
 * write to is not used at all.
 */
public final class ProofStore {

    private static final int MOST_BYTES = 8 << 20;
    private static final String PROOF = "proof-";
    private static final String CREDENTIALS = "credentials-";

    private final Path folder;
    private final String identity;
    private final boolean believing;
    private Optional<Boolean> ours = Optional.empty();

    /**
     * A store.
     *
     * @param folder need not exist
     * @param identity of the program, so that no release believes another one
     */
    public ProofStore(Path folder, String identity) {
        this(folder, identity, true);
    }

    private ProofStore(Path folder, String identity, boolean believing) {
        this.folder = folder;
        this.identity = identity;
        this.believing = believing;
    }

    /** The same store for a run that proves all anew. */
    public ProofStore rechecking() {
        return new ProofStore(folder, identity, false);
    }

    /** The proof that was kept last under a key. */
    public Optional<Proof> find(String key) {
        try {
            Optional<String> text = read(PROOF, key);
            return text.isEmpty() ? Optional.empty() : Optional.of(Proof.parse(text.get()));
        } catch (RuntimeException notWhatWeWrite) {
            return Optional.empty();
        }
    }

    /** Keeps a proof in place of the last one. Where that is not possible, nothing is kept. */
    public void keep(String key, Proof proof) {
        if (proof.isWritable()) {
            write(PROOF, key, proof.text());
        }
    }

    /** What was kept last of the files that a spec names, as {@link KnownCredentials#text}. */
    public Optional<String> findCredentials(String key) {
        return read(CREDENTIALS, key);
    }

    /** Keeps what is known of the files that a spec names, in place of what was. */
    public void keepCredentials(String key, String text) {
        write(CREDENTIALS, key, text);
    }

    private Optional<String> read(String kind, String key) {
        try {
            if (!believing || !isOurs()) {
                return Optional.empty();
            }
            Path file = file(kind, key);
            // To look first costs less than the exception of an attempt.
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                return SealedText.decode(identity, in.readNBytes(MOST_BYTES));
            }
        } catch (IOException noneThatCanBeRead) {
            return Optional.empty();
        }
    }

    private void write(String kind, String key, String text) {
        try {
            if (isOurs()) {
                // Killed half-way, or with another run at the same place, it leaves what its digest does not fit.
                Files.write(file(kind, key), SealedText.encode(identity, text), StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException | RuntimeException noneIsKept) {
            return;
        }
    }

    private Path file(String kind, String key) {
        return folder.resolve(kind + Digest.of(key.getBytes(StandardCharsets.UTF_8)));
    }

    /** Looked at once: whoever may change the folder meanwhile is its user. */
    private synchronized boolean isOurs() throws IOException {
        if (ours.isEmpty()) {
            ours = Optional.of(looksLikeOurs());
        }
        return ours.get();
    }

    private boolean looksLikeOurs() throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder);
            return true;
        }
        PosixFileAttributes attributes;
        try {
            attributes = look();
        } catch (NoSuchFileException e) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            attributes = look();
        }
        return attributes.isDirectory()
                && attributes.owner().getName().equals(System.getProperty("user.name"))
                && !attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
                && !attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE);
    }

    private PosixFileAttributes look() throws IOException {
        return Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
