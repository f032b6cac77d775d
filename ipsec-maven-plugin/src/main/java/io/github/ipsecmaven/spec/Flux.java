package io.github.ipsecmaven.spec;

import java.util.Optional;

/**
 * The Flux that syncs a cluster: {@code delivery.flux}.
 *
 * @param sourceRef the name of the GitRepository
 * @param namespace the namespace of the GitRepository and the Kustomizations
 * @param path the output directory in the repository
 * @param repoURL the Git repository, where the GitRepository is ours to make
 * @param secretRef the Secret with the credentials of that GitRepository
 * @param branch the branch that it follows
 * @param decryptionSecret the Secret with the private age keys, where the tree has encrypted files
 */
public record Flux(
        String sourceRef,
        String namespace,
        RepositoryPath path,
        Optional<String> repoURL,
        Optional<String> secretRef,
        String branch,
        String decryptionSecret) {

    static Flux of(Section section) {
        return new Flux(
                section.text("sourceRef").orElseThrow(),
                section.text("namespace").orElse("flux-system"),
                RepositoryPath.of(section),
                section.text("repoURL"),
                section.text("secretRef"),
                section.text("branch").orElse("main"),
                section.text("decryptionSecret").orElse("sops-age"));
    }
}
