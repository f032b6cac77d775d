package io.github.ipsecmaven.cluster;

import io.github.ipsecmaven.pki.Bundle;
import io.github.ipsecmaven.pki.BundleSource;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.pki.Openings;
import io.github.ipsecmaven.proof.KnownCredentials;
import io.github.ipsecmaven.proof.ProofStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bundles and certificates that were opened: by all clusters of a run, which open nothing twice, and where there is
 * a store, for the runs to come by the specs that name them. A spec with errors is remembered, too: whoever mends it
 * runs again soon.
 */
public final class OpenedFiles {

    private final Openings openings = new Openings();
    private final Optional<ProofStore> store;
    private final Map<Path, String> found = new ConcurrentHashMap<>();

    public OpenedFiles(Optional<ProofStore> store) {
        this.store = store;
    }

    /** What need not be opened for a spec. */
    Openings before(Path spec) {
        Optional<String> text = store.isEmpty() ? Optional.empty() : store.get().findCredentials(spec.toString());
        if (text.isPresent()) {
            found.put(spec, text.get());
            know(text.get());
        }
        return openings;
    }

    private void know(String text) {
        KnownCredentials known;
        try {
            known = KnownCredentials.parse(text);
        } catch (RuntimeException notWhatWeWrite) {
            return;
        }
        openings.know(known.certificates().values());
        for (Map.Entry<BundleSource, Bundle> bundle : known.bundles().entrySet()) {
            openings.know(bundle.getKey(), bundle.getValue());
        }
    }

    /** Keeps what is known now of the files that a spec names. */
    void keep(Path spec, Credentials credentials) {
        if (store.isPresent()) {
            String text = KnownCredentials.of(credentials).text();
            if (!text.equals(found.remove(spec))) {
                store.get().keepCredentials(spec.toString(), text);
            }
        }
    }
}
