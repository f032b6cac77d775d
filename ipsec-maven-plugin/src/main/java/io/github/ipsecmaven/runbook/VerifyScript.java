package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.manifest.LibreswanConfigs;
import io.github.ipsecmaven.manifest.ShippedText;
import io.github.ipsecmaven.openshift.IpsecConfigForm;
import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.pki.AnchorFile;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.spec.ImportingPool;
import io.github.ipsecmaven.spec.Ipv4;
import io.github.ipsecmaven.spec.Mode;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Pool;
import io.github.ipsecmaven.spec.Tunnel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        fact(script, "ROUTING_VIA_HOST", spec.routingViaHost().map(String::valueOf).orElse(""));
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

    private static Collection<List<String>> paused(ClusterSpec spec) {
        return spec.pools().stream().filter(Pool::paused).map(pool -> List.of(pool.name())).toList();
    }

    private static Collection<List<String>> configs(ClusterSpec spec, Release release) {
        List<List<String>> configs = new ArrayList<>();
        if (spec.cluster().hosted()) {
            return configs;
        }
        boolean own = !spec.cluster().ipsecMachineConfigs().isEmpty();
        LibreswanConfigs.of(spec, release).forEach((pool, config) ->
                configs.add(List.of(pool, config, own ? "own" : "operator")));
        for (ImportingPool pool : spec.importingPools()) {
            configs.add(List.of(pool.name(), pool.importConfig(), "tree"));
            configs.add(List.of(pool.name(), pool.certsConfig(), "tree"));
        }
        for (GuardedPool pool : spec.guardedPools()) {
            configs.add(List.of(pool.name(), pool.config(), "tree"));
        }
        configs.removeIf(config -> spec.isPaused(config.get(0)));
        return configs;
    }

    private static Collection<List<String>> nodes(ClusterSpec spec) {
        return spec.nodes().stream().map(node -> List.of(node.name())).toList();
    }

    private static Collection<List<String>> names(ClusterSpec spec) {
        Set<List<String>> names = new LinkedHashSet<>();
        for (Connection connection : spec.tunnels()) {
            Tunnel tunnel = connection.tunnel().orElseThrow();
            for (String end : List.of(tunnel.left(), tunnel.right())) {
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
            Optional<OpenedBundle> bundle = node.absent() || spec.isPaused(node.pool())
                    ? Optional.empty() : credentials.identityOf(node, spec);
            bundle.flatMap(opened -> opened.content().identity()).ifPresent(identity -> {
                certificates.add(List.of(node.name(), identity.nickname().orElseThrow(),
                        identity.certificate().certificate().sha256(), "key"));
                for (AnchorFile anchor : credentials.anchors()) {
                    certificates.add(List.of(node.name(), anchor.anchor().nickname(),
                            anchor.pem().certificates().get(0).certificate().sha256(), "anchor"));
                }
            });
        }
        return certificates;
    }

    private static Collection<List<String>> connections(ClusterSpec spec) {
        return spec.connections().stream().map(connection -> List.of(
                connection.policyName(),
                connection.node().name(),
                connection.interfaceName(),
                connection.absent() ? "absent" : "present")).toList();
    }

    private static Collection<List<String>> closed(ClusterSpec spec) {
        return spec.tunnels().stream().filter(connection -> connection.remote().isFailClosed())
                .map(connection -> List.of(connection.policyName())).toList();
    }

    private static Collection<List<String>> guards(ClusterSpec spec) {
        List<List<String>> guards = new ArrayList<>();
        for (GuardedPool pool : spec.guardedPools().stream().filter(pool -> !spec.isPaused(pool.name())).toList()) {
            List<String> networks = pool.elements().isEmpty() ? List.of("none") : pool.elements();
            spec.nodes().stream().filter(node -> !node.absent() && node.pool().equals(pool.name()))
                    .forEach(node -> networks.forEach(network -> guards.add(List.of(node.name(), network))));
        }
        return guards;
    }

    private static Collection<List<String>> offloads(ClusterSpec spec) {
        List<List<String>> offloads = new ArrayList<>();
        for (Node node : spec.nodes()) {
            node.espOffload().forEach((name, on) -> {
                if (!on) {
                    offloads.add(List.of(node.espOffloadPolicy(), node.name(), name));
                }
            });
        }
        return offloads;
    }

    private static void fact(StringBuilder script, String name, String value) {
        script.append(name).append('=').append(quoted(value)).append('\n');
    }

    private static void array(StringBuilder script, String name, String meaning, Collection<List<String>> rows) {
        script.append("# each line: ").append(meaning).append('\n').append(name).append("=(");
        rows.forEach(row -> script.append("\n    ")
                .append(row.stream().map(VerifyScript::quoted).collect(Collectors.joining(" "))));
        script.append(rows.isEmpty() ? ")\n" : "\n)\n");
    }

    private static String yesOrNo(boolean answer) {
        return answer ? "yes" : "no";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
