package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.previous.Inventory.PastConnection;
import java.util.ArrayList;
import java.util.List;

/** The lines by which a spec says that a connection of the last tree is to go. */
final class Tombstones {

    private Tombstones() {}

    /** {@code worker-1: {state: absent}}, with the names that the connection had where they are not the usual ones. */
    static String ofNode(String policyName, PastConnection connection) {
        return connection.node() + ": " + inline(policyName, connection, true);
    }

    /** The same without the state, below a remote that is absent as a whole. */
    static String below(String policyName, PastConnection connection) {
        return connection.node() + ": " + inline(policyName, connection, false);
    }

    private static String inline(String policyName, PastConnection connection, boolean absent) {
        List<String> fields = new ArrayList<>();
        if (absent) {
            fields.add("state: absent");
        }
        String suffix = connection.network().map(name -> "-" + name).orElse("");
        if (!policyName.equals("ipsec-" + connection.node() + "-" + connection.label())) {
            fields.add("policyName: " + withoutSuffix(policyName, suffix));
        }
        if (!connection.interfaceName().equals(connection.label())) {
            fields.add("interface: " + withoutSuffix(connection.interfaceName(), suffix));
        }
        return "{" + String.join(", ", fields) + "}";
    }

    /** With several networks the language adds the network's name itself. */
    private static String withoutSuffix(String name, String suffix) {
        return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }
}
