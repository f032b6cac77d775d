package io.github.ipsecmaven.runbook.remote;

import io.github.ipsecmaven.manifest.ManifestYaml;
import io.github.ipsecmaven.spec.Ipv4;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variables for the vpn role of linux-system-roles, as far as the role can say what is needed.
 *
 * @see <a href="https://github.com/linux-system-roles/vpn">linux-system-roles/vpn</a>
 */
final class AnsibleFile {

    private static final List<String> SAME_ON_BOTH_ENDS = List.of("ike", "ikelifetime", "esp", "salifetime");

    private AnsibleFile() {}

    static byte[] of(RemoteHead head, String host, String certificate, List<PeerConnection> connections) {
        List<Object> described = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (PeerConnection connection : connections) {
            if (canSay(connection)) {
                described.add(describe(connection, host, certificate));
            } else {
                left.add(connection.name());
            }
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("vpn_connections", described);
        return ManifestYaml.bytes(head.ansible(left), variables);
    }

    /**
     * Whether the role can describe the connection: it knows neither ports nor ECDSA nor a node of any address, and
     * networks only where both ends have one. libreswan loads nothing, silently, where one end alone has
     * {@code subnets} (measured with 4.10).
     */
    private static boolean canSay(PeerConnection connection) {
        return connection.option("leftprotoport").isEmpty()
                && connection.option("rightprotoport").isEmpty()
                && connection.option("authby").isEmpty()
                && connection.nodeAddress().isPresent()
                && connection.onlyRsa()
                && canSayIdentity(connection)
                && (connection.hostToHost() || nodeNetwork(connection).isPresent());
    }

    /** The role puts an {@code @} before an identity, unless the host's address is a number. */
    private static boolean canSayIdentity(PeerConnection connection) {
        String identity = connection.identity().orElse("@");
        return Ipv4.isAddress(connection.address()) ? !identity.startsWith("@") || connection.identity().isEmpty()
                : identity.startsWith("@");
    }

    private static Map<String, Object> describe(PeerConnection connection, String host, String certificate) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("hostname", connection.address());
        own.put("cert_name", certificate);
        // The role writes an @ before it, and none before an address.
        put("leftid", connection.unmarkedIdentity(), own);
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("hostname", connection.nodeAddress().orElseThrow());
        // The role asks for one, and does not use it.
        node.put("cert_name", "none");
        if (!connection.hostToHost()) {
            own.put("subnets", List.of(connection.network()));
            node.put("subnets", List.of(nodeNetwork(connection).orElseThrow()));
        }
        Map<String, Object> hosts = new LinkedHashMap<>();
        hosts.put(host, own);
        hosts.put(connection.name(), node);
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", connection.name());
        described.put("auth_method", "cert");
        described.put("auto", "add");
        described.put("type", connection.type().text());
        for (String option : SAME_ON_BOTH_ENDS) {
            put(option, connection.option(option), described);
        }
        described.put("hosts", hosts);
        return described;
    }

    private static void put(String key, Optional<String> value, Map<String, Object> map) {
        if (value.isPresent()) {
            map.put(key, value.get());
        }
    }

    private static Optional<String> nodeNetwork(PeerConnection connection) {
        Optional<String> address = connection.nodeAddress();
        if (connection.nodeNetwork().isEmpty() && address.isPresent() && Ipv4.isAddress(address.get())) {
            return Optional.of(address.get() + "/32");
        }
        return connection.nodeNetwork();
    }
}
