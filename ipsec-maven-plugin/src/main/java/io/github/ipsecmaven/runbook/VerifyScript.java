package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.openshift.IpsecConfigForm;
import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.ImportingPool;
import io.github.ipsecmaven.spec.Ipv4;
import io.github.ipsecmaven.spec.Mode;
import io.github.ipsecmaven.spec.Tunnel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code verify.sh}: the published procedure's checks, on this cluster. The facts stand at its top, the rest is one text. */
final class VerifyScript {

    /** The pools that the network operator gives libreswan to by MachineConfigs of its own. */
    private static final List<String> EXTENDED_POOLS = List.of("master", "worker");

    private VerifyScript() {}

    static byte[] of(ClusterSpec spec, Release release, Credentials credentials) {
        StringBuilder script = new StringBuilder("#!/bin/bash\n");
        script.append("# Verifies IPsec on cluster ").append(spec.name()).append(".\n");
        script.append("set -u\n\n");
        script.append("CLUSTER=").append(quoted(spec.name())).append('\n');
        script.append("MODE=").append(quoted(spec.mode().text())).append('\n');
        script.append("MODE_FIELD=").append(release.ipsecConfig() == IpsecConfigForm.MODE ? "yes" : "no").append('\n');
        script.append("ROUTING_VIA_HOST=").append(spec.routingViaHost().map(String::valueOf).orElse("''")).append('\n');
        script.append("CLUSTER_MTU=").append(mtu(spec)).append('\n');
        array(script, "POOLS", "a pool, and the MachineConfigs that it has to have", pools(spec));
        array(script, "NAMES", "a node, and a name that it has to resolve", names(spec));
        array(script, "IMPORTS", "a node, and the nickname of its certificate", imports(spec, credentials));
        array(script, "CONNECTIONS", "a policy, its node, its interface and its state", connections(spec));
        return script.append(body()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String mtu(ClusterSpec spec) {
        return spec.cluster().clusterMtu().isPresent()
                ? Integer.toString(spec.cluster().clusterMtu().getAsInt())
                : "''";
    }

    private static Collection<String> pools(ClusterSpec spec) {
        Map<String, List<String>> configs = new TreeMap<>();
        if (spec.mode() != Mode.DISABLED) {
            EXTENDED_POOLS.forEach(pool ->
                    configs.put(pool, new ArrayList<>(List.of("80-ipsec-" + pool + "-extensions"))));
        }
        for (ImportingPool pool : spec.importingPools()) {
            configs.computeIfAbsent(pool.name(), name -> new ArrayList<>())
                    .addAll(List.of(pool.importConfig(), pool.certsConfig()));
        }
        return configs.entrySet().stream().map(entry -> entry.getKey() + " " + String.join(" ", entry.getValue())).toList();
    }

    private static Collection<String> names(ClusterSpec spec) {
        TreeSet<String> names = new TreeSet<>();
        for (Connection connection : spec.tunnels()) {
            Tunnel tunnel = connection.tunnel().orElseThrow();
            for (String end : List.of(tunnel.left(), tunnel.right())) {
                if (!Ipv4.isAddress(end)) {
                    names.add(connection.node().name() + " " + end);
                }
            }
        }
        return names;
    }

    private static Collection<String> imports(ClusterSpec spec, Credentials credentials) {
        TreeSet<String> imports = new TreeSet<>();
        for (Connection connection : spec.tunnels()) {
            credentials.identityOf(connection.node(), spec).flatMap(OpenedBundle::nickname)
                    .ifPresent(nickname -> imports.add(connection.node().name() + " " + nickname));
        }
        return imports;
    }

    private static Collection<String> connections(ClusterSpec spec) {
        return spec.connections().stream().map(connection -> String.join(" ",
                connection.policyName(),
                connection.node().name(),
                connection.interfaceName(),
                connection.absent() ? "absent" : "present")).toList();
    }

    private static void array(StringBuilder script, String name, String meaning, Collection<String> lines) {
        script.append("# each line: ").append(meaning).append('\n').append(name).append("=(");
        lines.forEach(line -> script.append("\n    ").append(quoted(line)));
        script.append(lines.isEmpty() ? ")\n" : "\n)\n");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String body() {
        try (InputStream in = VerifyScript.class.getResourceAsStream("verify.sh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's own verify.sh cannot be read", e);
        }
    }
}
