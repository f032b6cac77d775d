package io.github.ipsecmaven.manifest;

import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Tunnel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The NodeNetworkConfigurationPolicy of one connection. A tombstone keeps the name of what it removes: an older policy
 * left beside it would bring the tunnel back at the next reboot (kubernetes-nmstate applies all of them, by name).
 *
 * @see <a href="https://nmstate.io/devel/yaml_api.html">nmstate, YAML API</a>
 */
final class ConnectionManifest {

    private ConnectionManifest() {}

    /** The policy that brings the tunnel up with the given bundle, which the node has imported. */
    static Manifest live(Connection connection, Tunnel tunnel, OpenedBundle identity) {
        Map<String, Object> ipsec = ipsecInterface(connection);
        ipsec.put("libreswan", libreswan(tunnel, identity));
        String about = "The tunnel from node " + connection.node().name() + " to " + connection.label() + ".";
        return policy(connection, about, Annotations.wave(30).ofOperator().kept(), ipsec);
    }

    /** The same policy once the tunnel is to go. It may be pruned when that has happened. */
    static Manifest absent(Connection connection) {
        Map<String, Object> ipsec = ipsecInterface(connection);
        ipsec.put("state", "absent");
        String about = "Removes the tunnel from node " + connection.node().name() + " to " + connection.label() + ".";
        return policy(connection, about, Annotations.wave(40).ofOperator(), ipsec);
    }

    private static Map<String, Object> ipsecInterface(Connection connection) {
        return Body.map("name", connection.interfaceName(), "type", "ipsec");
    }

    private static Map<String, Object> libreswan(Tunnel tunnel, OpenedBundle identity) {
        Map<String, Object> libreswan = new LinkedHashMap<>();
        libreswan.put("left", tunnel.left());
        libreswan.put("leftid", "%fromcert");
        libreswan.put("leftrsasigkey", "%cert");
        libreswan.put("leftcert", identity.nickname().orElseThrow());
        libreswan.put("leftmodecfgclient", false);
        if (tunnel.localSubnet().isPresent()) {
            libreswan.put("leftsubnet", tunnel.localSubnet().get());
        }
        libreswan.put("right", tunnel.right());
        libreswan.put("rightid", tunnel.identity());
        libreswan.put("rightrsasigkey", "%cert");
        libreswan.put("rightsubnet", tunnel.subnet());
        libreswan.put("ikev2", "insist");
        libreswan.put("type", tunnel.type().text());
        if (identity.hasEcdsaKey()) {
            // libreswan would offer RSA, and NetworkManager would drop the option that says otherwise.
            libreswan.put("authby", "ecdsa");
            libreswan.put("nm-auto-defaults", false);
        }
        libreswan.putAll(tunnel.options());
        return libreswan;
    }

    private static Manifest policy(
            Connection connection, String about, Annotations annotations, Map<String, Object> ipsec) {
        Map<String, Object> body = Body.object(
                "nmstate.io/v1", "NodeNetworkConfigurationPolicy", connection.policyName(), annotations);
        body.put("spec", Body.map(
                "nodeSelector", Body.map("kubernetes.io/hostname", connection.node().name()),
                "desiredState", Body.map("interfaces", List.of(ipsec))));
        return new Manifest(Stage.CONNECTIONS + "/" + connection.policyName() + ".yaml", about, body);
    }
}
