package io.github.ipsecmaven.runbook.remote;

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

    /**
     * Whether the role can describe the connection: it knows no ports, and networks only where both ends have one.
     * libreswan loads nothing, silently, where one end alone has {@code subnets} (measured with 4.10).
     */
    static boolean canSay(PeerConnection connection) {
        return connection.option("leftprotoport").isEmpty()
                && connection.option("rightprotoport").isEmpty()
                && connection.option("authby").isEmpty()
                && canSayIdentity(connection)
                && (connection.hostToHost() || nodeNetwork(connection).isPresent());
    }

    /** The role puts an {@code @} before an identity, unless the host's address is a number. */
    private static boolean canSayIdentity(PeerConnection connection) {
        String identity = connection.identity().orElse("@");
        return Ipv4.isAddress(connection.address()) ? !identity.startsWith("@") || connection.identity().isEmpty()
                : identity.startsWith("@");
    }

    static Map<String, Object> of(String host, String certificate, List<PeerConnection> connections) {
        List<Object> described = new ArrayList<>();
        connections.stream().filter(AnsibleFile::canSay).forEach(connection ->
                described.add(describe(connection, host, certificate)));
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("vpn_connections", described);
        return variables;
    }

    private static Map<String, Object> describe(PeerConnection connection, String host, String certificate) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("hostname", connection.address());
        own.put("cert_name", certificate);
        // The role writes an @ before it, and none before an address.
        connection.identity().ifPresent(identity -> own.put("leftid", identity.replaceFirst("^@", "")));
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("hostname", connection.nodeAddress());
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
            connection.option(option).ifPresent(value -> described.put(option, value));
        }
        described.put("hosts", hosts);
        return described;
    }

    private static Optional<String> nodeNetwork(PeerConnection connection) {
        return connection.nodeNetwork().or(() -> Optional.of(connection.nodeAddress())
                .filter(Ipv4::isAddress).map(address -> address + "/32"));
    }
}
