package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.manifest.LibreswanConfigs;
import io.github.ipsecmaven.manifest.ShippedText;
import io.github.ipsecmaven.openshift.IpsecConfigForm;
import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.pki.AnchorFile;
import io.github.ipsecmaven.pki.BundleIdentity;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.ImportingPool;
import io.github.ipsecmaven.spec.Ipv4;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Pool;
import io.github.ipsecmaven.spec.Tunnel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * {@code verify.sh}: the published procedure's checks, on this cluster. The facts stand at its top, the rest is the same
 * for every cluster.
 */
final class VerifyScript {

    private VerifyScript() {}

    static byte[] of(ClusterSpec spec, Release release, Credentials credentials) {
        StringBuilder script = new StringBuilder("#!/bin/bash\n");
        script.append("# Verifies IPsec on cluster ").append(spec.name()).append(".\n");
        script.append("set -u\n\n");
        fact(script, "CLUSTER", spec.name());
        fact(script, "MODE", spec.mode().text());
        fact(script, "MODE_FIELD", yesOrNo(release.ipsecConfig() == IpsecConfigForm.MODE));
        fact(script, "ENCAPSULATION", spec.encapsulation().orElse(""));
        fact(script, "ROUTING_VIA_HOST", routingViaHost(spec));
        fact(script, "CLUSTER_MTU", mtu(spec));
        fact(script, "HOSTED", yesOrNo(spec.cluster().hosted()));
        array(script, "PAUSED", "pool that the spec says is paused: what its nodes hold is not looked at", paused(spec));
        array(script, "CONFIGS", "pool, MachineConfig that it has to have, whose", configs(spec, release));
        array(script, "NODES", "node to look at, its kubernetes.io/hostname label", nodes(spec));
        array(script, "NAMES", "node, name that it has to resolve", names(spec));
        array(script, "CERTIFICATES", "node, nickname, SHA-256 of the certificate, key or anchor",
                certificates(spec, credentials));
        array(script, "CONNECTIONS", "policy, node, interface, state", connections(spec));
        array(script, "CLOSED", "policy of a tunnel without which its traffic is dropped", closed(spec));
        array(script, "GUARDS", "node, network to which clear text is dropped; none where the guard is taken away",
                guards(spec));
        array(script, "OFFLOADS", "policy, node, interface whose hardware must not process ESP", offloads(spec));
        return script.append(ShippedText.beside(VerifyScript.class, "verify.sh"))
                .toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String mtu(ClusterSpec spec) {
        OptionalInt mtu = spec.cluster().clusterMtu();
        return mtu.isPresent() ? Integer.toString(mtu.getAsInt()) : "";
    }

    private static String routingViaHost(ClusterSpec spec) {
        Optional<Boolean> routing = spec.routingViaHost();
        return routing.isPresent() ? routing.get().toString() : "";
    }

    private static Collection<List<String>> paused(ClusterSpec spec) {
        List<List<String>> paused = new ArrayList<>();
        for (Pool pool : spec.pools()) {
            if (pool.paused()) {
                paused.add(List.of(pool.name()));
            }
        }
        return paused;
    }

    private static Collection<List<String>> configs(ClusterSpec spec, Release release) {
        List<List<String>> configs = new ArrayList<>();
        if (spec.cluster().hosted()) {
            return configs;
        }
        String owner = spec.cluster().ipsecMachineConfigs().isEmpty() ? "operator" : "own";
        for (Map.Entry<String, String> libreswan : LibreswanConfigs.of(spec, release).entrySet()) {
            config(libreswan.getKey(), libreswan.getValue(), owner, spec, configs);
        }
        for (ImportingPool pool : spec.importingPools()) {
            config(pool.name(), pool.importConfig(), "tree", spec, configs);
            config(pool.name(), pool.certsConfig(), "tree", spec, configs);
        }
        for (GuardedPool pool : spec.guardedPools()) {
            config(pool.name(), pool.config(), "tree", spec, configs);
        }
        return configs;
    }

    private static void config(String pool, String config, String owner, ClusterSpec spec, List<List<String>> configs) {
        if (!spec.isPaused(pool)) {
            configs.add(List.of(pool, config, owner));
        }
    }

    private static Collection<List<String>> nodes(ClusterSpec spec) {
        List<List<String>> nodes = new ArrayList<>();
        for (Node node : spec.nodes()) {
            nodes.add(List.of(node.name()));
        }
        return nodes;
    }

    private static Collection<List<String>> names(ClusterSpec spec) {
        Set<List<String>> names = new LinkedHashSet<>();
        for (Connection connection : spec.tunnels()) {
            Tunnel tunnel = connection.tunnel().orElseThrow();
            List<String> ends = tunnel.nodeAddress().isPresent()
                    ? List.of(tunnel.left(), tunnel.right()) : List.of(tunnel.right());
            for (String end : ends) {
                if (!Ipv4.isAddress(end)) {
                    names.add(List.of(connection.node().name(), end));
                }
            }
        }
        return names;
    }

    private static Collection<List<String>> certificates(ClusterSpec spec, Credentials credentials) {
        List<List<String>> certificates = new ArrayList<>();
        for (Node node : spec.nodes()) {
            if (node.absent() || spec.isPaused(node.pool())) {
                continue;
            }
            Optional<OpenedBundle> bundle = credentials.identityOf(node, spec);
            if (bundle.isPresent() && bundle.get().content().identity().isPresent()) {
                certificates(node, bundle.get().content().identity().get(), credentials.anchors(), certificates);
            }
        }
        return certificates;
    }

    private static void certificates(
            Node node, BundleIdentity identity, List<AnchorFile> anchors, List<List<String>> certificates) {
        certificates.add(List.of(node.name(), identity.nickname().orElseThrow(),
                identity.certificate().certificate().sha256(), "key"));
        for (AnchorFile anchor : anchors) {
            certificates.add(List.of(node.name(), anchor.anchor().nickname(),
                    anchor.pem().certificates().get(0).certificate().sha256(), "anchor"));
        }
    }

    private static Collection<List<String>> connections(ClusterSpec spec) {
        List<List<String>> connections = new ArrayList<>();
        for (Connection connection : spec.connections()) {
            connections.add(List.of(
                    connection.policyName(),
                    connection.node().name(),
                    connection.interfaceName(),
                    connection.absent() ? "absent" : "present"));
        }
        return connections;
    }

    private static Collection<List<String>> closed(ClusterSpec spec) {
        List<List<String>> closed = new ArrayList<>();
        for (Connection tunnel : spec.tunnels()) {
            if (tunnel.remote().isFailClosed()) {
                closed.add(List.of(tunnel.policyName()));
            }
        }
        return closed;
    }

    private static Collection<List<String>> guards(ClusterSpec spec) {
        List<List<String>> guards = new ArrayList<>();
        for (GuardedPool pool : spec.guardedPools()) {
            if (spec.isPaused(pool.name())) {
                continue;
            }
            List<String> networks = pool.elements().isEmpty() ? List.of("none") : pool.elements();
            for (Node node : spec.nodesOf(pool.name())) {
                for (String network : networks) {
                    guards.add(List.of(node.name(), network));
                }
            }
        }
        return guards;
    }

    private static Collection<List<String>> offloads(ClusterSpec spec) {
        List<List<String>> offloads = new ArrayList<>();
        for (Node node : spec.espOffloadNodes()) {
            for (Map.Entry<String, Boolean> offload : node.espOffload().entrySet()) {
                if (!offload.getValue()) {
                    offloads.add(List.of(node.espOffloadPolicy(), node.name(), offload.getKey()));
                }
            }
        }
        return offloads;
    }

    private static void fact(StringBuilder script, String name, String value) {
        script.append(name).append('=').append(quoted(value)).append('\n');
    }

    private static void array(StringBuilder script, String name, String meaning, Collection<List<String>> rows) {
        script.append("# each line: ").append(meaning).append('\n').append(name).append("=(");
        for (List<String> row : rows) {
            script.append("\n   ");
            for (String cell : row) {
                script.append(' ').append(quoted(cell));
            }
        }
        script.append(rows.isEmpty() ? ")\n" : "\n)\n");
    }

    private static String yesOrNo(boolean answer) {
        return answer ? "yes" : "no";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
