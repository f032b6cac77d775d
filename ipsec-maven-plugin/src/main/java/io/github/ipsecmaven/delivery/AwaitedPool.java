package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.manifest.LibreswanConfigs;
import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.ImportingPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pool whose nodes have to be ready before connections come up. A pool's {@code Updated} alone does not say so: it
 * stays true for the five seconds that the operator takes to render a new MachineConfig (machine-config-operator,
 * pkg/controller/render/render_controller.go), and what the network operator adds comes later still. So the names of
 * the MachineConfigs are awaited in the configuration that the nodes have.
 *
 * @param configs the names, none twice
 */
record AwaitedPool(String name, List<String> configs) {

    private static final String API_VERSION = "machineconfiguration.openshift.io/v1";

    AwaitedPool {
        configs = List.copyOf(configs);
    }

    String apiVersion() {
        return API_VERSION;
    }

    String kind() {
        return "MachineConfigPool";
    }

    /** The pools of a cluster that IPsec changes, by name; a wait for one that is paused would never be done. */
    static List<AwaitedPool> of(ClusterSpec spec, Release release) {
        Map<String, List<String>> configs = new TreeMap<>();
        for (Map.Entry<String, String> libreswan : LibreswanConfigs.of(spec, release).entrySet()) {
            add(libreswan.getKey(), libreswan.getValue(), configs);
        }
        for (ImportingPool pool : spec.importingPools()) {
            add(pool.name(), pool.certsConfig(), configs);
            add(pool.name(), pool.importConfig(), configs);
        }
        for (GuardedPool pool : spec.guardedPools()) {
            add(pool.name(), pool.config(), configs);
        }
        List<AwaitedPool> pools = new ArrayList<>();
        for (Map.Entry<String, List<String>> pool : configs.entrySet()) {
            if (!spec.isPaused(pool.getKey())) {
                pools.add(new AwaitedPool(pool.getKey(), pool.getValue()));
            }
        }
        return pools;
    }

    private static void add(String pool, String config, Map<String, List<String>> configs) {
        configs.putIfAbsent(pool, new ArrayList<>());
        configs.get(pool).add(config);
    }
}
