package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.previous.Inventory.PastConnection;
import io.github.ipsecmaven.spec.PolicyNames;
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
        if (!PolicyNames.isUsual(policyName, connection.node(), connection.label())) {
            fields.add("policyName: " + asWritten(policyName, connection));
        }
        if (!connection.interfaceName().equals(connection.label())) {
            fields.add("interface: " + asWritten(connection.interfaceName(), connection));
        }
        return "{" + String.join(", ", fields) + "}";
    }

    /** The name that a spec has to state: with several networks the language adds the network's itself. */
    static String asWritten(String name, PastConnection connection) {
        String suffix = connection.network().map(network -> "-" + network).orElse("");
        return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }
}
