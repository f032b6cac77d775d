package io.github.ipsecmaven.plan;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a pool's nodes take turns, as far as the spec says.
 *
 * @param nodes how many; empty where the spec does not say
 * @param atATime how many update at a time; empty where a percentage of an unknown number
 */
public record Estimate(OptionalInt nodes, OptionalInt atATime) {

    /**
     * The operator's arithmetic: one at a time unless {@code maxUnavailable} says otherwise; a percentage is rounded
     * down, and is one at least; there are never more than there are nodes (machine-config-operator, {@code
     * pkg/controller/node/node_controller.go}).
     *
     * @param maxUnavailable a number or a percentage, as the spec writes it
     */
    public static Estimate of(OptionalInt nodes, Optional<String> maxUnavailable) {
        if (maxUnavailable.isEmpty()) {
            return new Estimate(nodes, OptionalInt.of(1));
        }
        String text = maxUnavailable.get();
        if (!text.endsWith("%")) {
            return new Estimate(nodes, OptionalInt.of(atMost(nodes, Integer.parseInt(text))));
        }
        int percent = Integer.parseInt(text.substring(0, text.length() - 1));
        return new Estimate(nodes, nodes.isPresent()
                ? OptionalInt.of(atMost(nodes, nodes.getAsInt() * percent / 100))
                : OptionalInt.empty());
    }

    private static int atMost(OptionalInt nodes, int share) {
        return Math.max(1, Math.min(share, nodes.orElse(share)));
    }

    /** How many batches there are; each takes as long as its slowest node takes to drain and come back. */
    public OptionalInt batches() {
        return nodes.isPresent() && atATime.isPresent()
                ? OptionalInt.of((nodes.getAsInt() + atATime.getAsInt() - 1) / atATime.getAsInt())
                : OptionalInt.empty();
    }
}
