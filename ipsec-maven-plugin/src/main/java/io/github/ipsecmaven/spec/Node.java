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
        written.tree().entries().keySet().forEach(name -> interfaces.put(name, written.flag(name).orElseThrow()));
        return interfaces;
    }

    /** The name of the policy that sets {@link #espOffload()}. */
    public String espOffloadPolicy() {
        return PolicyNames.ofEspOffload(name);
    }

    static Node of(String name, Section section, String usualPool) {
        Optional<String> address = section.text("address")
                .or(() -> name.contains(".") ? Optional.of(name) : section.text("domain").map(domain -> name + "." + domain));
        return new Node(
                section,
                name,
                section.text("pool").orElse(usualPool),
                address,
                BundleRef.of(section),
                section.text("state").orElse("present").equals("absent"));
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
