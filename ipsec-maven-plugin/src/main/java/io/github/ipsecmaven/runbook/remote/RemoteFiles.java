package io.github.ipsecmaven.runbook.remote;

import io.github.ipsecmaven.pki.CertificateFacts;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.pki.KeyAlgorithm;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Remote;
import io.github.ipsecmaven.tree.TreeFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the administrators of the remotes set, so that the other end of each tunnel agrees with ours: for libreswan, for
 * strongSwan, and for Ansible.
 */
public final class RemoteFiles {

    private static final String FOLDER = "runbook/remotes/";

    private final ClusterSpec spec;
    private final Credentials credentials;
    /** By the node's name. */
    private final Map<String, NodeIdentity> identities = new HashMap<>();

    private RemoteFiles(ClusterSpec spec, Credentials credentials) {
        this.spec = spec;
        this.credentials = credentials;
    }

    /** The files of every remote that has a live tunnel, relative to the cluster's folder. */
    public static List<TreeFile> of(ClusterSpec spec, Credentials credentials) {
        RemoteFiles remotes = new RemoteFiles(spec, credentials);
        Map<String, List<Connection>> tunnels = new HashMap<>();
        for (Connection tunnel : spec.tunnels()) {
            tunnels.putIfAbsent(tunnel.remote().name(), new ArrayList<>());
            tunnels.get(tunnel.remote().name()).add(tunnel);
        }
        List<TreeFile> files = new ArrayList<>();
        for (Remote remote : spec.remotes()) {
            if (tunnels.containsKey(remote.name())) {
                files.addAll(remotes.files(remote, tunnels.get(remote.name())));
            }
        }
        return files;
    }

    private List<TreeFile> files(Remote remote, List<Connection> tunnels) {
        List<PeerConnection> connections = connections(tunnels);
        RemoteHead head = new RemoteHead(spec, remote, connections);
        String folder = FOLDER + remote.name() + "/";
        return List.of(
                text(folder + "ipsec.conf", LibreswanFile.of(head.libreswan(), remote.name(), connections)),
                text(folder + "swanctl.conf", SwanctlFile.of(head.strongSwan(), remote.name(), connections)),
                new TreeFile(folder + "vpn_connections.yml",
                        AnsibleFile.of(head, remote.name(), remote.name(), connections), false));
    }

    private List<PeerConnection> connections(List<Connection> tunnels) {
        Set<String> shared = sharedCertificates(tunnels);
        Optional<CertificateFacts> known = credentials.certificateOf(tunnels.get(0).remote());
        boolean ecdsa = known.isPresent() && known.get().keyAlgorithm() == KeyAlgorithm.EC;
        List<PeerConnection> connections = new ArrayList<>();
        for (Connection tunnel : tunnels) {
            NodeIdentity identity = identity(tunnel.node());
            connections.add(PeerConnection.of(
                    tunnel, tunnel.tunnel().orElseThrow(), spec, identity, shared.contains(identity.sha256()), ecdsa));
        }
        return connections;
    }

    /** The certificates that several nodes show, by fingerprint. */
    private Set<String> sharedCertificates(List<Connection> tunnels) {
        Map<String, String> firstNodes = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (Connection tunnel : tunnels) {
            String node = tunnel.node().name();
            String certificate = identity(tunnel.node()).sha256();
            String first = firstNodes.putIfAbsent(certificate, node);
            if (first != null && !first.equals(node)) {
                shared.add(certificate);
            }
        }
        return shared;
    }

    private NodeIdentity identity(Node node) {
        NodeIdentity known = identities.get(node.name());
        if (known == null) {
            known = NodeIdentity.of(credentials.identityOf(node, spec).orElseThrow().certificate().orElseThrow());
            identities.put(node.name(), known);
        }
        return known;
    }

    private static TreeFile text(String path, String text) {
        return new TreeFile(path, text.getBytes(StandardCharsets.UTF_8), false);
    }
}
