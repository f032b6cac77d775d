package io.github.ipsecmaven.runbook.remote;

import io.github.ipsecmaven.manifest.FileHeader;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Remote;
import java.util.List;
import java.util.TreeSet;

/** The comment at the top of a remote's files: what they are for, and what the remote's administrator fills in. */
final class RemoteHead {

    private final ClusterSpec spec;
    private final Remote remote;
    private final List<PeerConnection> connections;
    private final String certificates;

    RemoteHead(ClusterSpec spec, Remote remote, List<PeerConnection> connections) {
        this.spec = spec;
        this.remote = remote;
        this.connections = connections;
        this.certificates = certificates(connections);
    }

    /** Of {@code ipsec.conf}. */
    String libreswan() {
        String head = fillIn("libreswan: a file below /etc/ipsec.d",
                "leftcert: the nickname of your certificate in your NSS database") + exposure();
        if (!libreswanSaysEachNode()) {
            head += "libreswan cannot write the subject of a node here: rightid=%fromcert takes any certificate "
                    + "that you trust.\n";
        }
        return FileHeader.commented(head);
    }

    /** Of {@code swanctl.conf}. */
    String strongSwan() {
        return FileHeader.commented(fillIn("strongSwan: a file below /etc/swanctl/conf.d",
                "certs: the file of your certificate below /etc/swanctl/x509; its key lies below /etc/swanctl/private")
                + exposure());
    }

    /**
     * Of the variables for Ansible, as text.
     *
     * @param left the connections that are not among them, by name
     */
    String ansible(List<String> left) {
        String head = fillIn("the vpn role of linux-system-roles",
                "the host " + remote.name() + ": the name of your host in your inventory;\n"
                        + "- cert_name: the nickname of your certificate in your NSS database")
                + "\nThe role writes rightid=%fromcert: any certificate that you trust is taken for a node's. "
                + "ipsec.conf beside\nthis file asks for the node's own, and is what we recommend.\n";
        if (!left.isEmpty()) {
            head += "The role cannot describe these, take them from ipsec.conf: " + String.join(", ", left) + ".\n";
        }
        if (PeerConnection.shareIdentities(connections)) {
            head += "Several nodes show one certificate: set uniqueids=no in `config setup`, or they evict each "
                    + "other.\n";
        }
        return head;
    }

    private String fillIn(String program, String own) {
        return FileHeader.of(spec, "What remote " + remote.name() + " sets, with " + program + ".")
                + "\n\nFill in\n- " + own + ";\n" + certificates;
    }

    private String exposure() {
        return "\nThe nodes begin; until a tunnel is up, " + (remote.isFailClosed()
                ? "they drop what it should protect.\n" : "what it should protect leaves in clear text.\n");
    }

    private static String certificates(List<PeerConnection> connections) {
        TreeSet<String> names = new TreeSet<>();
        TreeSet<String> issuers = new TreeSet<>();
        boolean ecdsa = false;
        for (PeerConnection connection : connections) {
            names.add(connection.identity().orElse(connection.address()));
            issuers.add(connection.nodeIdentity().issuer());
            ecdsa |= connection.nodeIdentity().ecdsa();
        }
        return "- that certificate: " + (ecdsa ? "its key is ECDSA, as a node's is; " : "") + "its names hold "
                + String.join(", ", names) + ";\n"
                + "- the trust in who issued the nodes' certificates, up to the root: " + String.join("; ", issuers)
                + ".\n";
    }

    private boolean libreswanSaysEachNode() {
        for (PeerConnection connection : connections) {
            if (connection.nodeIdentity().subject().libreswan().isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
