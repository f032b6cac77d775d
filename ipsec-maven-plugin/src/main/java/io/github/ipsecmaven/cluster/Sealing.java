package io.github.ipsecmaven.cluster;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.manifest.FileHeader;
import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.previous.Inventory.Seal;
import io.github.ipsecmaven.previous.InventoryYaml;
import io.github.ipsecmaven.previous.PastTree;
import io.github.ipsecmaven.seal.SealFinding;
import io.github.ipsecmaven.seal.SealedManifest;
import io.github.ipsecmaven.seal.Sealer;
import io.github.ipsecmaven.seal.Sealer.Earlier;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Encryption;
import io.github.ipsecmaven.spec.Encryption.Recipient;
import io.github.ipsecmaven.spec.ImportingPool;
import io.github.ipsecmaven.tree.Digest;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A cluster's objects, those with keys encrypted where the spec says so. What is encrypted already stays as it is: the
 * file on disk, so that it is the same before and after the first commit, else the committed one, so that a change that
 * is taken back leaves nothing behind.
 *
 * @param clear the objects that are written in clear
 * @param encrypted the objects that are written encrypted
 */
record Sealing(List<Manifest> clear, List<SealedManifest> encrypted) {

    Sealing {
        clear = List.copyOf(clear);
        encrypted = List.copyOf(encrypted);
    }

    static Sealing of(ClusterSpec spec, List<Manifest> objects, Run run, PastTree baseline, Diagnostics diagnostics)
            throws IOException {
        if (spec.encryption().isEmpty()) {
            return new Sealing(objects, List.of());
        }
        Encryption encryption = spec.encryption().get();
        Sealer sealer = new Sealer(readers(encryption), run.now(), new SecureRandom());
        EarlierTree onDisk = EarlierTree.of(PastTree.onDisk(run.outputDirectory()), spec.name());
        EarlierTree committed = EarlierTree.of(baseline, spec.name());
        Set<String> secret = certsConfigs(spec);
        List<Manifest> clear = new ArrayList<>();
        List<SealedManifest> encrypted = new ArrayList<>();
        for (Manifest object : objects) {
            if (!holdsKeys(object, secret)) {
                clear.add(object);
                continue;
            }
            String path = Run.pathOf(spec.name()) + "/" + Sealer.path(object);
            if (onDisk.isChangedByHand(path)) {
                diagnostics.add(SealFinding.CHANGED_BY_HAND.at(encryption.at(), path));
            }
            String comment = FileHeader.of(spec, object.about() + "\nEncrypted: `sops decrypt` shows it to its readers.");
            List<Earlier> earlier = new ArrayList<>();
            if (!run.reseal()) {
                onDisk.addFile(path, earlier);
                committed.addFile(path, earlier);
            }
            encrypted.add(sealer.seal(object, comment, earlier));
        }
        return new Sealing(clear, encrypted);
    }

    /** Those of a cluster's objects that hold private keys. */
    static List<Manifest> withKeys(ClusterSpec spec, List<Manifest> objects) {
        Set<String> secret = certsConfigs(spec);
        List<Manifest> withKeys = new ArrayList<>();
        for (Manifest object : objects) {
            if (holdsKeys(object, secret)) {
                withKeys.add(object);
            }
        }
        return withKeys;
    }

    private static boolean holdsKeys(Manifest object, Set<String> machineConfigs) {
        return object.kind().equals("MachineConfig") && machineConfigs.contains(object.name());
    }

    private static Set<String> certsConfigs(ClusterSpec spec) {
        Set<String> names = new HashSet<>();
        for (ImportingPool pool : spec.importingPools()) {
            names.add(pool.certsConfig());
        }
        return names;
    }

    private static List<String> readers(Encryption encryption) {
        List<String> readers = new ArrayList<>();
        for (Recipient recipient : encryption.recipients()) {
            readers.add(recipient.text());
        }
        return readers;
    }

    /** The encrypted files of one of the last trees, with what the inventory in it says of them. */
    private record EarlierTree(PastTree tree, Optional<Inventory> inventory) {

        /** A damaged inventory is a finding of the guards; here it means that nothing can be kept. */
        static EarlierTree of(PastTree tree, String cluster) throws IOException {
            try {
                return new EarlierTree(tree, tree.inventory(cluster));
            } catch (InventoryYaml.Damaged e) {
                return new EarlierTree(tree, Optional.empty());
            }
        }

        boolean isChangedByHand(String path) throws IOException {
            String written = inventory.isPresent() ? inventory.get().files().get(path) : null;
            Optional<byte[]> bytes = tree.file(path);
            return written != null && bytes.isPresent() && !Digest.of(bytes.get()).equals(written);
        }

        /** Adds the file at a path, where there is one whose seal is known. */
        void addFile(String path, List<Earlier> earlier) throws IOException {
            Seal seal = inventory.isPresent() ? inventory.get().seals().get(path) : null;
            if (seal == null) {
                return;
            }
            Optional<byte[]> bytes = tree.file(path);
            if (bytes.isPresent()) {
                earlier.add(new Earlier(bytes.get(), seal));
            }
        }
    }
}
