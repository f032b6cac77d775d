package io.github.ipsecmaven.spec;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A node that is an end of tunnels.
 *
 * @param name its kubernetes.io/hostname label
 * @param pool its machine config pool
 * @param address its end of the tunnels, libreswan's {@code left}; empty where nothing in the spec gives it one
 * @param bundle its own bundle, beside the one that its pool may have
 * @param absent whether its tunnels and its bundle are to go
 */
public record Node(
        Section section, String name, String pool, Optional<String> address, Optional<BundleRef> bundle, boolean absent) {

    /** Interfaces outside of OVS, by name, and whether their hardware may process ESP. */
    public SortedMap<String, Boolean> espOffload() {
        Section written = section.section("espOffload");
        SortedMap<String, Boolean> interfaces = new TreeMap<>();
        for (String name : written.tree().entries().keySet()) {
            interfaces.put(name, written.flag(name).orElseThrow());
        }
        return interfaces;
    }

    /** The name of the policy that sets {@link #espOffload()}. */
    public String espOffloadPolicy() {
        return PolicyNames.ofEspOffload(name);
    }

    static Node of(String name, Section section, String usualPool) {
        return new Node(
                section,
                name,
                section.text("pool").orElse(usualPool),
                address(name, section),
                BundleRef.of(section),
                section.isAbsent());
    }

    private static Optional<String> address(String name, Section section) {
        Optional<String> written = section.text("address");
        Optional<String> domain = section.text("domain");
        if (written.isPresent() || !name.contains(".") && domain.isEmpty()) {
            return written;
        }
        return Optional.of(name.contains(".") ? name : name + "." + domain.get());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Node that && name.equals(that.name) && section.equals(that.section) && pool.equals(that.pool);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
