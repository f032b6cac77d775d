package io.github.ipsecmaven.spec;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A machine config pool.
 *
 * @param nodes how many nodes it has, where the spec says so
 * @param maxUnavailable how many of them update at a time, a number or a percentage
 * @param bundle the bundle of every node of the pool
 * @param machineConfig the adopted name of the MachineConfig with the unit, the script and the anchors
 * @param unguarded whether the nodes are to lose the guard against clear text that they have
 * @param purged whether the nodes are to lose every key and certificate that was imported
 */
public record Pool(
        Section section,
        String name,
        OptionalInt nodes,
        Optional<String> maxUnavailable,
        boolean paused,
        Optional<BundleRef> bundle,
        Optional<String> machineConfig,
        boolean unguarded,
        boolean purged) {

    static Pool of(String name, Section section) {
        return new Pool(
                section,
                name,
                section.integer("nodes"),
                section.text("maxUnavailable"),
                section.flag("paused").orElse(false),
                BundleRef.of(section),
                section.text("machineConfig"),
                section.section("guard").has("state"),
                section.text("state").orElse("present").equals("purge"));
    }
}
