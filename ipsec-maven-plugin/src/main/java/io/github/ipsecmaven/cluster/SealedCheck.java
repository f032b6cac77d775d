package io.github.ipsecmaven.cluster;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.manifest.Manifests;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.previous.PastTree;
import io.github.ipsecmaven.seal.AgeIdentities;
import io.github.ipsecmaven.seal.SealFinding;
import io.github.ipsecmaven.seal.SealedFile;
import io.github.ipsecmaven.seal.Sealer;
import io.github.ipsecmaven.seal.UnreadableException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Whether readers of the encrypted files that lie there find in them what the bundles hold. That each file was made of
 * these bundles is proved without a private key; that a reader can open it takes one.
 */
public final class SealedCheck {

    private SealedCheck() {}

    /** Adds a finding for each file that does not open, or opens to something else; one where none can be tried. */
    public static void check(ClusterTree tree, PastTree disk, AgeIdentities identities, Diagnostics diagnostics)
            throws IOException {
        Facts facts = tree.facts();
        if (facts.spec().encryption().isEmpty()) {
            return;
        }
        Position at = facts.spec().encryption().get().at();
        List<Manifest> objects = Sealing.withKeys(facts.spec(),
                Manifests.objects(facts.spec(), facts.release(), facts.credentials()));
        if (identities.isEmpty() && !objects.isEmpty()) {
            diagnostics.add(SealFinding.NOT_OPENED.at(at, tree.name()));
            return;
        }
        for (Manifest object : objects) {
            String path = Run.pathOf(tree.name()) + "/" + Sealer.path(object);
            Optional<SealedFile> file = disk.file(path).flatMap(SealedFile::of);
            if (file.isPresent()) {
                problem(file.get(), object, identities)
                        .ifPresent(problem -> diagnostics.add(SealFinding.DOES_NOT_OPEN.at(at, path, problem)));
            }
        }
    }

    private static Optional<String> problem(SealedFile file, Manifest object, AgeIdentities identities) {
        try {
            return file.open(identities).equals(object.body())
                    ? Optional.empty()
                    : Optional.of("it opens, and holds something else");
        } catch (UnreadableException e) {
            return Optional.of(e.getMessage());
        }
    }
}
