package io.github.ipsecmaven.spec;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the spec says of the cluster itself.
 *
 * @param openshift the version as written, {@code x.y} or {@code x.y.z}
 * @param platform {@code status.platformStatus.type} of its Infrastructure
 * @param hosted whether its control plane is hosted ({@code controlPlaneTopology: External})
 * @param hostMtu bytes
 * @param clusterMtu bytes
 * @param needs the addresses and networks that nodes need before a tunnel is up, by what the spec calls them
 * @param routingViaHost as written; empty leaves it to what the remotes need
 * @param ipsecMachineConfigs by pool, master and worker, the cluster's own MachineConfigs that install libreswan; empty
 *     where the network operator does
 */
public record Cluster(
        Section section,
        String openshift,
        String platform,
        String controlPlaneTopology,
        boolean schedulableMasters,
        boolean fips,
        OptionalInt hostMtu,
        OptionalInt clusterMtu,
        Map<String, String> needs,
        Optional<Boolean> routingViaHost,
        Map<String, String> ipsecMachineConfigs) {

    public boolean hosted() {
        return controlPlaneTopology.equals("External");
    }

    /** Whether both MTUs are given. */
    public boolean knowsMtus() {
        return hostMtu.isPresent() && clusterMtu.isPresent();
    }

    /** The pool of a node that names none: on compact and single-node clusters every node is a control plane node. */
    public String usualPool() {
        return schedulableMasters || controlPlaneTopology.equals("SingleReplica") ? "master" : "worker";
    }

    static Cluster of(Section section) {
        Section mtu = section.section("mtu");
        return new Cluster(
                section,
                section.text("openshift").orElseThrow(),
                section.text("platform").orElseThrow(),
                section.text("controlPlaneTopology").orElse("HighlyAvailable"),
                section.flag("schedulableMasters").orElse(false),
                section.flag("fips").orElse(false),
                mtu.integer("host"),
                mtu.integer("cluster"),
                section.section("needs").texts(),
                section.flag("routingViaHost"),
                section.section("ipsecMachineConfigs").texts());
    }
}
