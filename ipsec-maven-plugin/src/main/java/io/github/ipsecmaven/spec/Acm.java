package io.github.ipsecmaven.spec;

/**
 * The Advanced Cluster Management hub that enforces a cluster's tree: {@code delivery.acm}.
 *
 * @param namespace the hub's namespace of the policies
 * @param cluster the name of the ManagedCluster
 */
public record Acm(Section section, String namespace, String cluster) {

    static Acm of(Section section, String cluster) {
        return new Acm(
                section,
                section.text("namespace").orElse("ipsec"),
                section.text("cluster").orElse(cluster));
    }
}
