package io.github.ipsecmaven.runbook.remote;

import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Tunnel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tunnel as its remote has it: what is {@code left} on the node is the peer here.
 *
 * @param name the policy's name after the cluster's, so that both administrators can talk of the same thing
 * @param peer the node's name after the cluster's: all tunnels of a remote that have it are between the same ends
 * @param address the remote's end, a name or IPv4 address
 * @param identity what the remote has to prove; empty where the node takes what the certificate says
 * @param network what the node may reach at the remote, CIDR
 * @param nodeAddress the node's end; empty where only the node knows it
 * @param nodeIdentity what the node proves
 * @param nodeNetwork what lies behind the node, CIDR; empty for the node alone
 * @param options the node's further libreswan options
 * @param sharedIdentity whether another node of the remote shows the same certificate
 * @param ecdsa whether the remote itself signs with ECDSA, as far as the spec knows its certificate
 */
record PeerConnection(
        String name,
        String peer,
        String address,
        Optional<String> identity,
        String network,
        Optional<String> nodeAddress,
        NodeIdentity nodeIdentity,
        Optional<String> nodeNetwork,
        Tunnel.Type type,
        Map<String, Object> options,
        boolean sharedIdentity,
        boolean ecdsa) {

    static PeerConnection of(Connection connection, Tunnel tunnel, ClusterSpec spec, NodeIdentity nodeIdentity,
            boolean shared, boolean ecdsa) {
        return new PeerConnection(
                name(spec, connection.policyName()),
                name(spec, connection.node().name()),
                tunnel.right(),
                tunnel.identity().equals("%fromcert") ? Optional.empty() : Optional.of(tunnel.identity()),
                tunnel.subnet(),
                tunnel.nodeAddress(),
                nodeIdentity,
                tunnel.localSubnet(),
                tunnel.type(),
                tunnel.options(),
                shared,
                ecdsa);
    }

    /** strongSwan would make sections of dots; underscores are in none of these names. */
    private static String name(ClusterSpec spec, String name) {
        return spec.name() + "-" + name.replace('.', '_');
    }

    /** A further option of the node, as text. */
    Optional<String> option(String name) {
        Object value = options.get(name);
        return value == null ? Optional.empty() : Optional.of(value.toString());
    }

    /** The identity without the {@code @} by which libreswan knows that it is a name. */
    Optional<String> unmarkedIdentity() {
        return identity.isPresent() && identity.get().startsWith("@")
                ? Optional.of(identity.get().substring(1)) : identity;
    }

    /** Whether the tunnel is between the two hosts and nothing behind them. */
    boolean hostToHost() {
        return nodeNetwork.isEmpty() && (type == Tunnel.Type.TRANSPORT || network.equals(address + "/32"));
    }

    /** Whether both ends sign with RSA, as libreswan does unless it is told. */
    boolean onlyRsa() {
        return !nodeIdentity.ecdsa() && !ecdsa;
    }

    /** Whether several nodes of a remote show one certificate. */
    static boolean shareIdentities(List<PeerConnection> connections) {
        for (PeerConnection connection : connections) {
            if (connection.sharedIdentity) {
                return true;
            }
        }
        return false;
    }
}
