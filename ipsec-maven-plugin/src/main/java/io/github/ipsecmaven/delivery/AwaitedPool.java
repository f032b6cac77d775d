package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.openshift.IpsecConfigForm;
import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.ImportingPool;
import io.github.ipsecmaven.spec.Mode;
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

    /**
     * The pools that the network operator gives libreswan to, by MachineConfigs of its own (cluster-network-operator,
     * bindata/network/ovn-kubernetes/common/80-ipsec-*-extensions.yaml).
     */
    private static final List<String> EXTENDED = List.of("master", "worker");

    AwaitedPool {
        configs = List.copyOf(configs);
    }

    String apiVersion() {
        return API_VERSION;
    }

    String kind() {
        return "MachineConfigPool";
    }

    /** The pools of a cluster that IPsec changes, by name. */
    static List<AwaitedPool> of(ClusterSpec spec, Release release) {
        Map<String, List<String>> configs = new TreeMap<>();
        if (isExtended(spec, release)) {
            EXTENDED.forEach(pool -> configs.put(pool, new ArrayList<>(List.of(extension(pool)))));
        }
        for (ImportingPool pool : spec.importingPools()) {
            configs.computeIfAbsent(pool.name(), name -> inherited(spec, release))
                    .addAll(List.of(pool.certsConfig(), pool.importConfig()));
        }
        return configs.entrySet().stream().map(entry -> new AwaitedPool(entry.getKey(), entry.getValue())).toList();
    }

    /** A custom pool takes worker's MachineConfigs too. */
    private static List<String> inherited(ClusterSpec spec, Release release) {
        return isExtended(spec, release) ? new ArrayList<>(List.of(extension("worker"))) : new ArrayList<>();
    }

    /** From 4.15 on, and not where the control plane is hosted (cluster-network-operator, shouldRenderIPsec). */
    private static boolean isExtended(ClusterSpec spec, Release release) {
        return spec.mode() != Mode.DISABLED
                && release.ipsecConfig() == IpsecConfigForm.MODE
                && !spec.cluster().hosted();
    }

    private static String extension(String pool) {
        return "80-ipsec-" + pool + "-extensions";
    }
}
