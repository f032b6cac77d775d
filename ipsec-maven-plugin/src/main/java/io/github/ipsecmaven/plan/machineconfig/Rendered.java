package io.github.ipsecmaven.plan.machineconfig;

import io.github.ipsecmaven.openshift.MachineConfigOperator;
import io.github.ipsecmaven.openshift.Release;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What a pool's MachineConfigs make together: machine-config-operator, {@code
 * pkg/controller/common/helpers.go}, MergeMachineConfigs. Two that are equal have the same name, and no node updates.
 *
 * @param files the entries of {@code storage.files}, as encoded
 * @param units the entries of {@code systemd.units}
 * @param storage the other sections of {@code storage}
 * @param passwd {@code passwd}
 * @param kernelType {@code default} where none says otherwise
 * @param osImageUrl empty for the release's own
 */
record Rendered(
        List<Map<?, ?>> files,
        List<Map<?, ?>> units,
        Map<?, ?> storage,
        Map<?, ?> passwd,
        List<String> extensions,
        List<String> kernelArguments,
        String kernelType,
        String osImageUrl,
        boolean fips) {

    /** Renders what a pool selects, in the order of the merge. */
    static Rendered of(List<MachineConfig> configs, Release release) {
        Map<?, ?> config = Map.of();
        LinkedHashSet<String> kernelArguments = new LinkedHashSet<>();
        List<String> extensions = new ArrayList<>();
        String kernelType = "default";
        String osImageUrl = "";
        boolean fips = false;
        boolean first = true;
        for (MachineConfig next : configs) {
            Map<?, ?> own = Ignition.canonical(next.config(), release.machineConfigOperator());
            config = first ? own : Ignition.merge(config, laid(own, release.machineConfigOperator()));
            first = false;
            kernelArguments.addAll(next.kernelArguments());
            extensions.addAll(next.extensions());
            kernelType = next.kernelType().isEmpty() ? kernelType : next.kernelType();
            osImageUrl = next.osImageUrl().isEmpty() ? osImageUrl : next.osImageUrl();
            fips |= next.fips();
        }
        Map<Object, Object> storage = new LinkedHashMap<>(Json.map(config.get("storage")));
        List<Map<?, ?>> files = Json.maps(storage.remove("files")).stream().map(Rendered::overwriting).toList();
        return new Rendered(files, Json.maps(Json.map(config.get("systemd")).get("units")), storage,
                Json.map(config.get("passwd")), extensions, List.copyOf(kernelArguments), kernelType, osImageUrl, fips);
    }

    /** What is laid over another: since 4.20 a file that says nothing of compression takes an earlier one's back. */
    private static Map<?, ?> laid(Map<?, ?> config, MachineConfigOperator operator) {
        return operator.resetsCompression() ? Ignition.withCompression(config) : config;
    }

    private static Map<?, ?> overwriting(Map<?, ?> file) {
        if (file.containsKey("overwrite")) {
            return file;
        }
        Map<Object, Object> overwriting = new LinkedHashMap<>(file);
        overwriting.put("overwrite", true);
        return overwriting;
    }
}
