package io.github.ipsecmaven.spec;

import java.util.List;
import java.util.Optional;

/**
 * An IPv4 network in CIDR form. Two of them are either disjoint, or one lies inside the other.
 *
 * @param address as an unsigned 32-bit number, host bits as written
 * @param prefix 0 to 32
 */
public record Ipv4Network(long address, int prefix) implements Comparable<Ipv4Network> {

    private static final int BITS = 32;

    /** Reads {@code a.b.c.d/n}, or nothing where the text is anything else. */
    public static Optional<Ipv4Network> parse(String text) {
        int slash = text.indexOf('/');
        int prefix = slash < 0 ? -1 : Ipv4.decimal(text, slash + 1, text.length());
        if (prefix < 0 || prefix > BITS) {
            return Optional.empty();
        }
        var address = Ipv4.parse(text.substring(0, slash));
        return address.isEmpty() ? Optional.empty() : Optional.of(new Ipv4Network(address.getAsLong(), prefix));
    }

    /** Reads {@code a.b.c.d/n}, or {@code a.b.c.d} as the network of a single host. */
    public static Optional<Ipv4Network> parseAny(String text) {
        var host = Ipv4.parse(text);
        return host.isPresent() ? Optional.of(ofHost(host.getAsLong())) : parse(text);
    }

    /** The network of a single host. */
    public static Ipv4Network ofHost(long address) {
        return new Ipv4Network(address, BITS);
    }

    /** The same network with its host bits zero. */
    public Ipv4Network masked() {
        return new Ipv4Network(address >> (BITS - prefix) << (BITS - prefix), prefix);
    }

    public boolean isHost() {
        return prefix == BITS;
    }

    public boolean contains(long host) {
        return host >> (BITS - prefix) == address >> (BITS - prefix);
    }

    /** Whether another network is this one or a part of it. */
    public boolean contains(Ipv4Network other) {
        return other.prefix >= prefix && contains(other.address);
    }

    /** Whether one of the networks contains this one. */
    public boolean isIn(List<Ipv4Network> networks) {
        for (Ipv4Network network : networks) {
            if (network.contains(this)) {
                return true;
            }
        }
        return false;
    }

    public boolean overlaps(Ipv4Network other) {
        return contains(other) || other.contains(this);
    }

    /** In numeric order; of those that start at one address, the widest comes first. */
    @Override
    public int compareTo(Ipv4Network other) {
        int byAddress = Long.compare(address, other.address);
        return byAddress != 0 ? byAddress : Integer.compare(prefix, other.prefix);
    }

    /** As it is written: {@code 10.1.0.0/16}. */
    @Override
    public String toString() {
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255)
                + "/" + prefix;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ipv4Network that && address == that.address && prefix == that.prefix;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(address) + prefix;
    }
}
