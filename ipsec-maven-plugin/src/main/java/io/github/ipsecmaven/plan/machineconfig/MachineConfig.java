package io.github.ipsecmaven.plan.machineconfig;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A MachineConfig as the operator reads it.
 *
 * @param role its label {@code machineconfiguration.openshift.io/role}, by which pools select it
 * @param spec as its YAML or JSON says
 */
public record MachineConfig(String name, Optional<String> role, Map<?, ?> spec) {

    private static final String ROLE = "machineconfiguration.openshift.io/role";

    /** The MachineConfig that an object's body is. */
    public static MachineConfig of(Map<?, ?> body) {
        Map<?, ?> metadata = Json.map(body.get("metadata"));
        Map<?, ?> labels = Json.map(metadata.get("labels"));
        return new MachineConfig(String.valueOf(metadata.get("name")), Json.text(labels.get(ROLE)),
                Json.map(body.get("spec")));
    }

    /** An empty one, for the operator's own that comes before all others in every pool. */
    static MachineConfig base(String pool) {
        return new MachineConfig("00-" + pool, Optional.of(pool),
                Map.of("config", Map.of("ignition", Map.of("version", "3.2.0"))));
    }

    /** Whether it has an Ignition config at all. */
    boolean hasConfig() {
        return spec.get("config") != null;
    }

    /** The Ignition config. */
    Map<?, ?> config() {
        return Json.map(spec.get("config"));
    }

    List<String> extensions() {
        return Json.texts(spec.get("extensions"));
    }

    List<String> kernelArguments() {
        return Json.texts(spec.get("kernelArguments"));
    }

    String kernelType() {
        return Json.text(spec.get("kernelType")).orElse("");
    }

    String osImageUrl() {
        return Json.text(spec.get("osImageURL")).orElse("");
    }

    boolean fips() {
        return Boolean.TRUE.equals(spec.get("fips"));
    }
}
