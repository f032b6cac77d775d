package io.github.ipsecmaven.plan.machineconfig;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /**
     * One without content for the operator's own, which no pool lacks. A custom pool's would be worker's: the base of a
     * merge is worker's wherever there is one.
     */
    public static MachineConfig base(String pool) {
        String role = PoolUpdate.inheritsWorker(pool) ? "worker" : pool;
        return new MachineConfig("00-" + role, Optional.of(role),
                Map.of("config", Map.of("ignition", Map.of("version", "3.2.0"))));
    }

    /** The paths of its files and the names of its units. */
    public List<String> filesAndUnits() {
        return Stream.concat(
                Json.maps(Json.map(config().get("storage")).get("files")).stream().map(file -> file.get("path")),
                Json.maps(Json.map(config().get("systemd")).get("units")).stream().map(unit -> unit.get("name")))
                .map(String::valueOf).toList();
    }

    /** The entry of a file with a name, in whatever folder. */
    public Optional<Map<?, ?>> fileNamed(String name) {
        return Json.maps(Json.map(config().get("storage")).get("files")).stream()
                .filter(file -> String.valueOf(file.get("path")).endsWith("/" + name)).findFirst();
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
