package io.github.ipsecmaven.runbook.remote;

import io.github.ipsecmaven.openshift.proposal.StrongSwanProposals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The remote's {@code swanctl.conf}, for a file below {@code /etc/swanctl/conf.d}.
 *
 * @see <a href="https://docs.strongswan.org/docs/5.9/swanctl/swanctlConf.html">strongSwan, swanctl.conf</a>
 */
final class SwanctlFile {

    private static final String MARKS = "-@%/.:_,[]";

    private final StringBuilder text = new StringBuilder();
    private String indent = "";

    private SwanctlFile() {}

    static String of(String head, String certificate, List<PeerConnection> connections) {
        SwanctlFile file = new SwanctlFile();
        file.text.append(head).append('\n');
        file.open("connections");
        // One IKE SA serves all tunnels between the same ends, and strongSwan looks for them among its children only.
        Map<String, List<PeerConnection>> byPeer = new LinkedHashMap<>();
        for (PeerConnection connection : connections) {
            byPeer.putIfAbsent(connection.peer(), new ArrayList<>());
            byPeer.get(connection.peer()).add(connection);
        }
        for (Map.Entry<String, List<PeerConnection>> peer : byPeer.entrySet()) {
            file.add(peer.getKey(), peer.getValue(), certificate);
        }
        file.close();
        return file.text.toString();
    }

    private void add(String peer, List<PeerConnection> children, String certificate) {
        PeerConnection connection = children.get(0);
        open(peer);
        set("version", "2");
        set("local_addrs", connection.address());
        set("remote_addrs", connection.nodeAddress().orElse("%any"));
        set("proposals", StrongSwanProposals.ike(connection.option("ike").orElse("")));
        String delay = connection.option("dpddelay").orElse("0");
        if (!delay.equals("0")) {
            set("dpd_delay", delay + "s");
        }
        if (connection.sharedIdentity()) {
            // Several nodes show one certificate: without this they would evict each other.
            set("unique", "never");
        }
        open("local");
        set("auth", "pubkey");
        set("certs", certificate + ".pem");
        if (connection.identity().isPresent()) {
            set("id", connection.unmarkedIdentity().orElseThrow());
        }
        close();
        open("remote");
        set("auth", "pubkey");
        set("id", connection.nodeIdentity().subject().strongSwan());
        close();
        open("children");
        for (PeerConnection child : children) {
            addChild(child);
        }
        close();
        close();
    }

    private void addChild(PeerConnection connection) {
        open(connection.name());
        set("mode", connection.type().text());
        set("local_ts", connection.network() + ports(connection.option("rightprotoport")));
        set("remote_ts", connection.nodeNetwork().orElse("dynamic") + ports(connection.option("leftprotoport")));
        set("esp_proposals", StrongSwanProposals.esp(
                connection.option("esp").orElse(""), connection.option("ike").orElse("")));
        close();
    }

    /** {@code tcp/2049} becomes {@code [tcp/2049]}; {@code tcp/0} is any port. */
    private static String ports(Optional<String> protoport) {
        String value = protoport.orElse("%any");
        int slash = value.lastIndexOf('/');
        if (slash >= 0 && isAny(value.substring(slash + 1))) {
            value = value.substring(0, slash);
        }
        return isAny(value) ? "" : "[" + value + "]";
    }

    private static boolean isAny(String value) {
        return value.equals("%any") || value.equals("0");
    }

    private void open(String section) {
        text.append(indent).append(section).append(" {\n");
        indent += "    ";
    }

    private void close() {
        indent = indent.substring(4);
        text.append(indent).append("}\n");
    }

    private void set(String key, String value) {
        String written = AsciiWord.isOf(value, MARKS) ? value : '"' + value + '"';
        text.append(indent).append(key).append(" = ").append(written).append('\n');
    }
}
