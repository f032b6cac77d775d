package io.github.ipsecmaven.spec;

import java.util.Map;
import java.util.Optional;

/**
 * What a live connection looks like.
 *
 * @param left the node's end, a name, an IPv4 address or {@link #DEFAULT_ROUTE}
 * @param right the remote's end, a name or IPv4 address
 * @param identity what the remote has to prove, libreswan's {@code rightid}
 * @param subnet the network behind the remote, CIDR
 * @param localSubnet the network behind the node, CIDR
 * @param options further libreswan options by name: String, Boolean or Integer, in the order written
 */
public record Tunnel(
        String left,
        String right,
        String identity,
        String subnet,
        Optional<String> localSubnet,
        Type type,
        Map<String, Object> options) {

    /** What stands for the address of the node's default route, which only the node knows. */
    public static final String DEFAULT_ROUTE = "%defaultroute";

    /** The node's end as others may write it: a name or IPv4 address, where the spec says it. */
    public Optional<String> nodeAddress() {
        return left.equals(DEFAULT_ROUTE) ? Optional.empty() : Optional.of(left);
    }

    /** libreswan's {@code type}. */
    public enum Type {
        /** Between two hosts. */
        TRANSPORT("transport"),
        /** Between networks, or where one end is behind NAT. */
        TUNNEL("tunnel");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        /** As libreswan and the language write it. */
        public String text() {
            return text;
        }

        static Type of(String text) {
            return text.equals(TRANSPORT.text) ? TRANSPORT : TUNNEL;
        }
    }
}
