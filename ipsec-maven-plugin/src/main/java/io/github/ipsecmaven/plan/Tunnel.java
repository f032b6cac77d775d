package io.github.ipsecmaven.plan;

import java.util.Comparator;

/**
 * A tunnel.
 *
 * @param remote what the user calls the far end: the remote, or {@code <remote>-<network>}
 */
public record Tunnel(String node, String remote) implements Comparable<Tunnel> {

    private static final Comparator<Tunnel> ORDER = Comparator.comparing(Tunnel::node).thenComparing(Tunnel::remote);

    @Override
    public int compareTo(Tunnel other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return node + " to " + remote;
    }
}
