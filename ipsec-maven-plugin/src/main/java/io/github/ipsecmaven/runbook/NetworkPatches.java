package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.openshift.Availability.Answer;
import io.github.ipsecmaven.openshift.IpsecConfigForm;
import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.openshift.Version;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Mode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The published procedure's patches of Network/cluster, for whoever has to do by hand what the tree does: {@code oc
 * patch networks.operator.openshift.io cluster --type=TYPE --patch-file=FILE}.
 */
final class NetworkPatches {

    private static final String PATH = "/spec/defaultNetwork/ovnKubernetesConfig/ipsecConfig";

    private NetworkPatches() {}

    static Map<String, byte[]> of(ClusterSpec spec, Release release) {
        Map<String, byte[]> patches = new LinkedHashMap<>();
        if (spec.mode() != Mode.DISABLED) {
            patches.put("enable.merge-patch.json", merge(enabled(spec, release)));
        }
        patches.put("disable.merge-patch.json", merge(disabled(release)));
        patches.put("disable.json-patch.json", bytes(disabledByOperations(spec, release)));
        return patches;
    }

    private static Map<String, Object> enabled(ClusterSpec spec, Release release) {
        Map<String, Object> ipsecConfig = new LinkedHashMap<>();
        if (release.ipsecConfig() == IpsecConfigForm.MODE) {
            ipsecConfig.put("mode", spec.mode().text());
            if (spec.mode() == Mode.FULL) {
                if (spec.encapsulation().isPresent()) {
                    ipsecConfig.put("full", Map.of("encapsulation", spec.encapsulation().get()));
                }
            } else if (release.fullEncapsulation().in(Version.parse(spec.cluster().openshift())) != Answer.NO) {
                ipsecConfig.put("full", null);
            }
        }
        Map<String, Object> config = new LinkedHashMap<>();
        Optional<Boolean> routing = spec.routingViaHost();
        if (routing.isPresent()) {
            config.put("gatewayConfig", Map.of("routingViaHost", routing.get()));
        }
        config.put("ipsecConfig", ipsecConfig);
        return config;
    }

    /** Right whether {@code full} is there or not: a merge patch removes by null, and ignores what is not there. */
    private static Map<String, Object> disabled(Release release) {
        Map<String, Object> config = new LinkedHashMap<>();
        if (release.ipsecConfig() == IpsecConfigForm.EMPTY_OBJECT) {
            config.put("ipsecConfig", null);
            return config;
        }
        Map<String, Object> ipsecConfig = new LinkedHashMap<>();
        ipsecConfig.put("mode", Mode.DISABLED.text());
        ipsecConfig.put("full", null);
        config.put("ipsecConfig", ipsecConfig);
        return config;
    }

    private static List<Object> disabledByOperations(ClusterSpec spec, Release release) {
        List<Object> operations = new ArrayList<>();
        if (release.ipsecConfig() == IpsecConfigForm.EMPTY_OBJECT) {
            operations.add(operation("remove", PATH));
            return operations;
        }
        if (spec.encapsulation().isPresent()) {
            operations.add(operation("remove", PATH + "/full"));
        }
        Map<String, Object> replace = operation("replace", PATH + "/mode");
        replace.put("value", Mode.DISABLED.text());
        operations.add(replace);
        return operations;
    }

    private static Map<String, Object> operation(String op, String path) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("op", op);
        operation.put("path", path);
        return operation;
    }

    private static byte[] merge(Map<String, Object> ovnKubernetesConfig) {
        return bytes(Map.of("spec", Map.of("defaultNetwork", Map.of("ovnKubernetesConfig", ovnKubernetesConfig))));
    }

    private static byte[] bytes(Object json) {
        return Json.write(json).getBytes(StandardCharsets.UTF_8);
    }
}
