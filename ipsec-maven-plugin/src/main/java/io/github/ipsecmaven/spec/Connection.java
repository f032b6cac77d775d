package io.github.ipsecmaven.spec;

import io.github.ipsecmaven.diagnostic.Position;
import java.util.Optional;

/**
 * One tunnel between a node and a remote, or the tombstone of one.
 *
 * @param section where it was written: the remote, with what is different for the node laid over it
 * @param network the name under {@code subnets}, where the remote has several networks
 * @param policyName the NodeNetworkConfigurationPolicy's name
 * @param interfaceName the NetworkManager connection's name on the node
 * @param tunnel what it looks like; empty where it is absent
 */
public record Connection(
        Section section,
        Node node,
        Remote remote,
        Optional<String> network,
        String policyName,
        String interfaceName,
        Optional<Tunnel> tunnel) {

    public boolean absent() {
        return tunnel.isEmpty();
    }

    /** What the user calls the far end: the remote, or {@code <remote>-<network>}. */
    public String label() {
        return label(remote.name(), network);
    }

    /** The libreswan options, where they were written. */
    public Section options() {
        return section.section("libreswan");
    }

    /** Where the network behind the remote was written: the address, where that stands for it. */
    public Position subnetAt() {
        if (network.isPresent()) {
            return section.section("subnets").at(network.get());
        }
        return section.at(section.has("subnet") ? "subnet" : "address");
    }

    /** Where a name was written that this connection has and an earlier one, too: at either that was given it by hand. */
    public Position sharedNameAt(String key, Connection earlier) {
        return (section.has(key) || !earlier.section.has(key) ? section : earlier.section).at(key);
    }

    static String label(String remote, Optional<String> network) {
        return network.isPresent() ? remote + "-" + network.get() : remote;
    }
}
