package io.github.ipsecmaven.manifest;

import io.github.ipsecmaven.spec.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The policy that keeps the hardware of a node's interfaces outside of OVS from processing ESP; for those on OVS the
 * machine config operator does it. Apart from the tunnels, because nmstate rolls a policy back as a whole where one of
 * the features is fixed (nmstate 2.2.39).
 *
 * @see <a href="https://nmstate.io/features/ethtool.html">nmstate, ethtool features</a>
 */
final class EspOffloadManifest {

    /** What the machine config operator turns off on OVS ports (its dispatcher script 99-esp-offload). */
    private static final List<String> FEATURES =
            List.of("tx-esp-segmentation", "esp-hw-offload", "esp-tx-csum-hw-offload");

    private EspOffloadManifest() {}

    static Manifest of(Node node) {
        List<Object> interfaces = new ArrayList<>();
        Map<String, Boolean> offload = node.espOffload();
        for (Map.Entry<String, Boolean> each : offload.entrySet()) {
            interfaces.add(Body.map(
                    "name", each.getKey(),
                    "type", "ethernet",
                    "state", "up",
                    "ethtool", Body.map("feature", features(each.getValue()))));
        }
        Annotations annotations = Annotations.wave(25).ofOperator();
        boolean keepsSomethingOff = offload.containsValue(false);
        Map<String, Object> body = Body.object("nmstate.io/v1", "NodeNetworkConfigurationPolicy",
                node.espOffloadPolicy(), keepsSomethingOff ? annotations.kept() : annotations);
        body.put("spec", Body.map(
                "nodeSelector", Body.map("kubernetes.io/hostname", node.name()),
                "desiredState", Body.map("interfaces", interfaces)));
        return new Manifest(Stage.CONNECTIONS + "/" + node.espOffloadPolicy() + ".yaml",
                "Whether interfaces of node " + node.name() + " process ESP in hardware.", body);
    }

    private static Map<String, Object> features(boolean on) {
        Map<String, Object> features = new LinkedHashMap<>();
        for (String feature : FEATURES) {
            features.put(feature, on);
        }
        return features;
    }
}
