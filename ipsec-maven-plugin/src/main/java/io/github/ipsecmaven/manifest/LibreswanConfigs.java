package io.github.ipsecmaven.manifest;

import io.github.ipsecmaven.openshift.IpsecConfigForm;
import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.ImportingPool;
import io.github.ipsecmaven.spec.Mode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The MachineConfigs that give nodes libreswan: the network operator's, one for master and one for worker, or those that
 * the cluster has in their place (cluster-network-operator, shouldRenderIPsec and isUserDefinedIPsecMachineConfigPresent).
 */
public final class LibreswanConfigs {

    /** The pools that have one; a custom pool takes worker's. */
    private static final List<String> POOLS = List.of("master", "worker");

    private LibreswanConfigs() {}

    /**
     * By pool, for the operator's two pools and those that import certificates. None where IPsec is off or the control
     * plane is hosted, and before 4.15, where libreswan runs in pods; none for arbiters, which take neither.
     */
    public static SortedMap<String, String> of(ClusterSpec spec, Release release) {
        SortedMap<String, String> configs = new TreeMap<>();
        if (spec.mode() == Mode.DISABLED || release.ipsecConfig() != IpsecConfigForm.MODE || spec.cluster().hosted()) {
            return configs;
        }
        for (String pool : POOLS) {
            configs.put(pool, name(pool, spec));
        }
        for (ImportingPool pool : spec.importingPools()) {
            if (!pool.name().equals(ClusterSpec.ARBITER_POOL)) {
                configs.putIfAbsent(pool.name(), name("worker", spec));
            }
        }
        return configs;
    }

    private static String name(String pool, ClusterSpec spec) {
        return spec.cluster().ipsecMachineConfigs().getOrDefault(pool, ofOperator(pool));
    }

    /** The network operator's own, for master or worker. */
    public static String ofOperator(String pool) {
        return "80-ipsec-" + pool + "-extensions";
    }
}
