package io.github.ipsecmaven.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whom an effect reaches; nobody in particular where all are empty.
 *
 * @param pools machine config pools, sorted
 * @param nodes nodes beside those of the pools, sorted
 * @param tunnels tunnels that go down or come up, sorted
 */
public record Scope(List<String> pools, List<String> nodes, List<Tunnel> tunnels) implements Comparable<Scope> {

    /** The cluster as a whole. */
    public static final Scope CLUSTER = new Scope(List.of(), List.of(), List.of());

    private static final Comparator<Scope> ORDER = Comparator.comparing((Scope scope) -> text(scope.pools))
            .thenComparing(scope -> text(scope.nodes))
            .thenComparing(scope -> text(scope.tunnels));

    public Scope {
        pools = pools.stream().sorted().distinct().toList();
        nodes = nodes.stream().sorted().distinct().toList();
        tunnels = tunnels.stream().sorted().distinct().toList();
    }

    public static Scope pools(Collection<String> pools) {
        return new Scope(List.copyOf(pools), List.of(), List.of());
    }

    public static Scope pool(String pool) {
        return pools(List.of(pool));
    }

    public static Scope node(String node) {
        return new Scope(List.of(), List.of(node), List.of());
    }

    public static Scope tunnels(Collection<Tunnel> tunnels) {
        return new Scope(List.of(), List.of(), List.copyOf(tunnels));
    }

    public static Scope tunnel(Tunnel tunnel) {
        return tunnels(List.of(tunnel));
    }

    private static String text(List<?> list) {
        return list.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }

    @Override
    public int compareTo(Scope other) {
        return ORDER.compare(this, other);
    }
}
