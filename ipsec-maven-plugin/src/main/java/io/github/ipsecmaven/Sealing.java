package io.github.ipsecmaven;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Sealer sealer = new Sealer(
                encryption.recipients().stream().map(Recipient::text).toList(), run.now(), new SecureRandom());
        EarlierTree onDisk = EarlierTree.of(PastTree.onDisk(run.outputDirectory()), spec.name());
        EarlierTree committed = EarlierTree.of(baseline, spec.name());
        List<Manifest> secret = withKeys(spec, objects);
        List<Manifest> clear = new ArrayList<>();
        List<SealedManifest> encrypted = new ArrayList<>();
        for (Manifest object : objects) {
            if (!secret.contains(object)) {
                clear.add(object);
                continue;
            }
            String path = Run.pathOf(spec.name()) + "/" + Sealer.path(object);
            if (onDisk.isChangedByHand(path)) {
                diagnostics.add(SealFinding.CHANGED_BY_HAND.at(encryption.at(), path));
            }
            String comment = FileHeader.of(spec, object.about() + "\nEncrypted: `sops decrypt` shows it to its readers.");
            List<Earlier> earlier = run.reseal()
                    ? List.of()
                    : Stream.of(onDisk.file(path), committed.file(path)).flatMap(Optional::stream).toList();
            encrypted.add(sealer.seal(object, comment, earlier));
        }
        return new Sealing(clear, encrypted);
    }

    /** Those of a cluster's objects that hold private keys. */
    static List<Manifest> withKeys(ClusterSpec spec, List<Manifest> objects) {
        Set<String> names = spec.importingPools().stream().map(ImportingPool::certsConfig).collect(Collectors.toSet());
        return objects.stream()
                .filter(object -> object.kind().equals("MachineConfig") && names.contains(object.name())).toList();
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
            Optional<String> written = inventory.map(last -> last.files().get(path));
            Optional<byte[]> bytes = tree.file(path);
            return written.isPresent() && bytes.isPresent() && !Digest.of(bytes.get()).equals(written.get());
        }

        Optional<Earlier> file(String path) throws IOException {
            Optional<Seal> seal = inventory.map(last -> last.seals().get(path));
            return seal.isEmpty() ? Optional.empty() : tree.file(path).map(bytes -> new Earlier(bytes, seal.get()));
        }
    }
}
