package io.github.ipsecmaven.runbook.remote;

import io.github.ipsecmaven.manifest.FileHeader;
import io.github.ipsecmaven.manifest.ManifestYaml;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Remote;
import io.github.ipsecmaven.tree.TreeFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the administrators of the remotes set, so that the other end of each tunnel agrees with ours: for libreswan, for
 * strongSwan, and for Ansible.
 */
public final class RemoteFiles {

    private static final String FOLDER = "runbook/remotes/";

    private final ClusterSpec spec;
    private final Credentials credentials;

    private RemoteFiles(ClusterSpec spec, Credentials credentials) {
        this.spec = spec;
        this.credentials = credentials;
    }

    /** The files of every remote that has a live tunnel, relative to the cluster's folder. */
    public static List<TreeFile> of(ClusterSpec spec, Credentials credentials) {
        RemoteFiles remotes = new RemoteFiles(spec, credentials);
        List<TreeFile> files = new ArrayList<>();
        for (Remote remote : spec.remotes()) {
            files.addAll(remotes.files(remote));
        }
        return files;
    }

    private List<TreeFile> files(Remote remote) {
        List<Connection> tunnels = spec.tunnels().stream()
                .filter(connection -> connection.remote().name().equals(remote.name())).toList();
        if (tunnels.isEmpty()) {
            return List.of();
        }
        List<PeerConnection> connections = connections(tunnels);
        String folder = FOLDER + remote.name() + "/";
        String libreswan = head(remote, tunnels, connections, "libreswan: a file below /etc/ipsec.d",
                "leftcert: the nickname of your certificate in your NSS database");
        String strongSwan = head(remote, tunnels, connections, "strongSwan: a file below /etc/swanctl/conf.d",
                "certs: the file of your certificate below /etc/swanctl/x509; its key lies below /etc/swanctl/private");
        return List.of(
                text(folder + "ipsec.conf", LibreswanFile.of(libreswan, remote.name(), connections)),
                text(folder + "swanctl.conf", SwanctlFile.of(strongSwan, remote.name(), connections)),
                new TreeFile(folder + "vpn_connections.yml", ManifestYaml.bytes(ansibleHead(remote, tunnels,
                        connections),
                        AnsibleFile.of(remote.name(), remote.name(), connections)), false));
    }

    private List<PeerConnection> connections(List<Connection> tunnels) {
        Map<String, Long> nodesOfCertificate = tunnels.stream().map(Connection::node).distinct()
                .collect(Collectors.groupingBy(node -> identity(node).sha256(), Collectors.counting()));
        List<PeerConnection> connections = new ArrayList<>();
        for (Connection tunnel : tunnels) {
            Certificate certificate = identity(tunnel.node());
            connections.add(PeerConnection.of(tunnel, tunnel.tunnel().orElseThrow(), spec,
                    new WrittenName(certificate.facts().subjectName()),
                    nodesOfCertificate.get(certificate.sha256()) > 1));
        }
        return connections;
    }

    private Certificate identity(Node node) {
        return credentials.identityOf(node, spec).flatMap(bundle -> bundle.content().identity()).orElseThrow()
                .certificate().certificate();
    }

    private String head(
            Remote remote, List<Connection> tunnels, List<PeerConnection> connections, String where, String fillIn) {
        StringBuilder head = new StringBuilder();
        lines(FileHeader.of(spec, "What remote " + remote.name() + " sets, with " + where + "."), head);
        lines("\nFill in\n- " + fillIn + ";", head);
        lines("- that certificate: its names hold " + names(connections) + ";", head);
        lines("- the trust in who issued the nodes' certificates, up to the root: " + issuers(tunnels) + ".", head);
        lines("\nThe nodes begin; until a tunnel is up, " + (remote.isFailClosed()
                ? "they drop what it should protect." : "what it should protect leaves in clear text."), head);
        if (connections.stream().anyMatch(connection -> connection.nodeIdentity().libreswan().isEmpty())
                && where.startsWith("libreswan")) {
            lines("libreswan cannot write the subject of a node here: rightid=%fromcert takes any certificate "
                    + "that you trust.",
                    head);
        }
        return head.toString();
    }

    private String ansibleHead(Remote remote, List<Connection> tunnels, List<PeerConnection> connections) {
        StringBuilder head = new StringBuilder();
        head.append(FileHeader.of(spec, "What remote " + remote.name() + " sets, with the vpn role of "
                + "linux-system-roles."));
        head.append("\n\nFill in\n- the host ").append(remote.name()).append(": the name of your host in your "
                + "inventory;\n");
        head.append("- cert_name: the nickname of your certificate in your NSS database;\n");
        head.append("- that certificate: its names hold ").append(names(connections)).append(";\n");
        head.append("- the trust in who issued the nodes' certificates, up to the root: ").append(issuers(tunnels))
                .append(".\n");
        head.append("\nThe role writes rightid=%fromcert: any certificate that you trust is taken for a node's. "
                + "ipsec.conf beside\n"
                + "this file asks for the node's own, and is what we recommend.\n");
        List<String> left = connections.stream().filter(connection -> !AnsibleFile.canSay(connection))
                .map(PeerConnection::name).toList();
        if (!left.isEmpty()) {
            head.append("The role cannot describe these, take them from ipsec.conf: ").append(String.join(", ",
                    left)).append(".\n");
        }
        if (connections.stream().anyMatch(PeerConnection::sharedIdentity)) {
            head.append("Several nodes show one certificate: set uniqueids=no in `config setup`, or they evict "
                    + "each other.\n");
        }
        return head.toString();
    }

    private static String names(List<PeerConnection> connections) {
        return connections.stream().map(connection -> connection.identity().orElse(connection.address()))
                .collect(Collectors.toCollection(TreeSet::new)).stream().collect(Collectors.joining(", "));
    }

    private String issuers(List<Connection> tunnels) {
        return tunnels.stream().map(tunnel -> identity(tunnel.node()).facts().issuerName())
                .map(issuer -> new WrittenName(issuer).libreswan().orElse(issuer.text()))
                .collect(Collectors.toCollection(TreeSet::new)).stream().collect(Collectors.joining("; "));
    }

    private static void lines(String text, StringBuilder head) {
        text.lines().forEach(line -> head.append(line.isEmpty() ? "#" : "# " + line).append('\n'));
    }

    private static TreeFile text(String path, String text) {
        return new TreeFile(path, text.getBytes(StandardCharsets.UTF_8), false);
    }
}
