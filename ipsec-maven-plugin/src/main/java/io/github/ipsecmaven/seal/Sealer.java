package io.github.ipsecmaven.seal;

import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.manifest.ManifestYaml;
import io.github.ipsecmaven.manifest.Stage;
import io.github.ipsecmaven.previous.Inventory.Seal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Encrypts objects for the readers of one cluster, and keeps what is encrypted already. */
public final class Sealer {

    /** Beside the stage's own objects, for the neutral kustomization must not list what only some engines can read. */
    public static final String FOLDER = Stage.NODES + "/sealed";

    private final List<String> recipients;
    private final Instant now;
    private final SecureRandom random;

    /**
     * A sealer.
     *
     * @param recipients public age keys
     * @param now what SOPS records as the time of the last change
     */
    public Sealer(List<String> recipients, Instant now, SecureRandom random) {
        this.recipients = List.copyOf(recipients);
        this.now = now;
        this.random = random;
    }

    /** A file of an earlier tree, with what that tree's inventory says of it. */
    public record Earlier(byte[] bytes, Seal seal) {}

    /** Where the encrypted file of an object goes, relative to the cluster's folder. */
    public static String path(Manifest object) {
        return FOLDER + object.path().substring(object.stage().length());
    }

    /**
     * The object encrypted: as the first of the earlier files that still holds it for the same readers, else anew.
     *
     * @param comment what stands at the top of a new file
     */
    public SealedManifest seal(Manifest object, String comment, List<Earlier> earlier) {
        Manifest moved = new Manifest(path(object), object.about(), object.body());
        for (Earlier file : earlier) {
            if (isForSameReaders(file) && Proof.holds(file.seal(), object.body(), file.bytes())) {
                return new SealedManifest(moved, file.bytes(), file.seal());
            }
        }
        Map<String, Object> document = SopsDocument.encrypt(object.body(), recipients, now, random);
        byte[] bytes = ManifestYaml.bytes(comment, document);
        return new SealedManifest(moved, bytes, Proof.make(object.body(), bytes, recipients, random));
    }

    private boolean isForSameReaders(Earlier file) {
        return new HashSet<>(recipients).equals(new HashSet<>(file.seal().recipients()));
    }
}
