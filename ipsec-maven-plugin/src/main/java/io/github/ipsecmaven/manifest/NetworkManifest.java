package io.github.ipsecmaven.manifest;

import io.github.ipsecmaven.openshift.IpsecConfigForm;
import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Mode;
import io.github.ipsecmaven.spec.MtuChange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The part of Network/cluster that IPsec is about. The cluster network operator owns the object too and owns most of
 * it; deleting it would take the cluster's network along.
 *
 * @see <a href="https://github.com/openshift/api/blob/master/operator/v1/types_network.go">openshift/api, types_network.go</a>
 */
public final class NetworkManifest {

    private static final String API_VERSION = "operator.openshift.io/v1";

    private NetworkManifest() {}

    /** The running cluster's object, for server-side apply. */
    static Manifest of(ClusterSpec spec, Release release) {
        Map<String, Object> body = Body.object(
                API_VERSION, "Network", "cluster", Annotations.wave(0).shared().kept());
        Map<String, Object> config = ovnKubernetesConfig(spec, release);
        Map<String, Object> networkSpec = networkSpec(config);
        if (spec.mtuChange().isPresent()) {
            changeMtu(spec.mtuChange().get(), spec, config, networkSpec);
        }
        body.put("spec", networkSpec);
        return new Manifest(Stage.NODES + "/network.yaml",
                "What the cluster encrypts. Part of an object that the network operator owns: never delete it.", body);
    }

    /** The same settings for a cluster that is yet to be installed, where the installer reads them. */
    public static Manifest forInstaller(ClusterSpec spec, Release release) {
        Map<String, Object> config = ovnKubernetesConfig(spec, release);
        if (spec.cluster().clusterMtu().isPresent()) {
            config.put("mtu", spec.cluster().clusterMtu().getAsInt());
        }
        Map<String, Object> body = Body.map("apiVersion", API_VERSION, "kind", "Network",
                "metadata", Body.map("name", "cluster"), "spec", networkSpec(config));
        return new Manifest("install/cluster-network-03-config.yml",
                "The same settings at install time: put this file into the installer's manifests folder.", body);
    }

    /** While nodes migrate, the field keeps the MTU that they come from: a change of it without a migration is refused. */
    private static void changeMtu(
            MtuChange change, ClusterSpec spec, Map<String, Object> config, Map<String, Object> networkSpec) {
        if (change.stage() != MtuChange.Stage.MIGRATE) {
            config.put("mtu", change.to());
            return;
        }
        int from = spec.cluster().clusterMtu().orElseThrow();
        config.put("mtu", from);
        networkSpec.put("migration", Body.map("mtu", Body.map(
                "network", Body.map("from", from, "to", change.to()),
                "machine", Body.map("to", spec.cluster().hostMtu().orElseThrow()))));
    }

    private static Map<String, Object> networkSpec(Map<String, Object> ovnKubernetesConfig) {
        return Body.map("defaultNetwork", Body.map("ovnKubernetesConfig", ovnKubernetesConfig));
    }

    private static Map<String, Object> ovnKubernetesConfig(ClusterSpec spec, Release release) {
        Map<String, Object> config = new LinkedHashMap<>();
        Optional<Boolean> routing = spec.routingViaHost();
        if (routing.isPresent()) {
            config.put("gatewayConfig", Body.map("routingViaHost", routing.get()));
        }
        if (release.ipsecConfig() == IpsecConfigForm.MODE) {
            config.put("ipsecConfig", ipsecConfig(spec));
        } else if (spec.mode() == Mode.FULL) {
            config.put("ipsecConfig", Body.map());
        }
        return config;
    }

    private static Map<String, Object> ipsecConfig(ClusterSpec spec) {
        Map<String, Object> ipsecConfig = Body.map("mode", spec.mode().text());
        if (spec.encapsulation().isPresent()) {
            ipsecConfig.put("full", Body.map("encapsulation", spec.encapsulation().get()));
        }
        return ipsecConfig;
    }
}
