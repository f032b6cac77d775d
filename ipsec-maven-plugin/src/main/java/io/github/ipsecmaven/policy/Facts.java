package io.github.ipsecmaven.policy;

import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.openshift.Releases;
import io.github.ipsecmaven.openshift.Version;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.previous.Inventory.PastConnection;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.FileRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that rules may look at.
 *
 * @param version the OpenShift version that the spec names
 * @param release the row by which it is judged
 * @param credentials the files that the spec names, as far as they could be opened
 * @param previous what the last tree held, where there is one
 * @param repositoryPath the output directory's path in the Git work tree that keeps it; empty where none does
 * @param tracked the bundles and password files that Git tracks in clear
 * @param now the one instant of the run
 */
public record Facts(
        ClusterSpec spec,
        Version version,
        Release release,
        Credentials credentials,
        Optional<Inventory> previous,
        Optional<String> repositoryPath,
        Set<FileRef> tracked,
        Instant now) {

    /** Whether the version is not older than every release on record; one that is, is judged by the oldest row. */
    public boolean isSupported() {
        return version.isAtLeast(Releases.oldest().stream());
    }

    /** The tunnels of the last tree by their policies' names; none where there was no tree. */
    public List<Map.Entry<String, PastConnection>> pastTunnels() {
        return previous.isPresent() ? previous.get().live() : List.of();
    }
}
