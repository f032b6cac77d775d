package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.manifest.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Health expressions for the kinds that Flux takes for ready at once, since they have no condition {@code Ready}. Each
 * asks that a condition exists: the form {@code filter(...).all(...)} of Flux's own documentation is true while there
 * are no conditions at all (measured).
 *
 * @see <a href="https://fluxcd.io/flux/components/kustomize/kustomizations/#health-check-expressions">Flux, health check expressions</a>
 */
final class FluxHealth {

    private FluxHealth() {}

    static Map<String, Object> subscription() {
        return Body.map("apiVersion", "operators.coreos.com/v1alpha1", "kind", "Subscription",
                "current", "has(status.state) && status.state == 'AtLatestKnown'");
    }

    static Map<String, Object> policy() {
        return Body.map("apiVersion", "nmstate.io/v1", "kind", "NodeNetworkConfigurationPolicy",
                "inProgress", is("Progressing"),
                "failed", is("Degraded"),
                "current", is("Available"));
    }

    static Map<String, Object> network() {
        return Body.map("apiVersion", "operator.openshift.io/v1", "kind", "Network",
                "inProgress", is("Progressing"),
                "failed", is("Degraded"),
                "current", is("Available"));
    }

    /** One expression for all pools, as Flux wants it by kind: what a pool awaits is looked up by its name. */
    static Map<String, Object> pools(List<AwaitedPool> pools) {
        List<String> awaited = new ArrayList<>();
        for (AwaitedPool pool : pools) {
            awaited.add("'" + pool.name() + "': " + list(pool.configs()));
        }
        return Body.map("apiVersion", pools.get(0).apiVersion(), "kind", pools.get(0).kind(),
                "failed", is("RenderDegraded", "NodeDegraded"),
                "current", """
                        !(has(spec.paused) && spec.paused) &&
                        @updated@ &&
                        has(status.configuration) && has(status.configuration.source) &&
                        spec.configuration.name == status.configuration.name &&
                        {@awaited@}[metadata.name].all(config,
                          status.configuration.source.exists(source, source.name == config))
                        """.replace("@updated@", is("Updated")).replace("@awaited@", String.join(",\n ", awaited)));
    }

    private static String is(String... conditions) {
        return "has(status.conditions) && status.conditions.exists(c, c.type in " + list(List.of(conditions))
                + " && c.status == 'True')";
    }

    private static String list(List<String> values) {
        StringJoiner list = new StringJoiner(", ", "[", "]");
        for (String value : values) {
            list.add("'" + value + "'");
        }
        return list.toString();
    }
}
