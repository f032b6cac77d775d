package io.github.ipsecmaven.plan.machineconfig;

import io.github.ipsecmaven.diff.DataUrl;
import io.github.ipsecmaven.openshift.MachineConfigOperator;
import io.github.ipsecmaven.openshift.Release;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the operator and Ignition refuse of one MachineConfig: machine-config-operator, {@code
 * pkg/controller/common/helpers.go}, ValidateMachineConfig.
 */
final class ConfigCheck {

    private static final int PERMISSIONS = 0777;
    private static final Set<String> KERNELS = Set.of("", "default", "realtime", "64k-pages");
    private static final Set<String> EXTENSIONS = Set.of("ipsec", "usbguard", "kerberos", "kernel-devel",
            "sandboxed-containers", "sysstat", "two-node-ha");
    private static final List<String> SCHEMES = List.of("data:", "http://", "https://", "tftp://", "s3://", "gs://", "arn:");
    private static final Pattern TIDY_PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[^/]+)+");
    private static final String UNIT_TYPES =
            ".*\\.(service|socket|device|mount|automount|swap|target|path|timer|snapshot|slice|scope)";

    private ConfigCheck() {}

    static void check(MachineConfig config, Release release) throws RefusedException {
        MachineConfigOperator operator = release.machineConfigOperator();
        if (!config.hasConfig() && !operator.checksWithoutConfig()) {
            return;
        }
        if (!KERNELS.contains(config.kernelType())) {
            throw new RefusedException("there is no kernelType " + config.kernelType());
        }
        for (String extension : config.extensions()) {
            if (!EXTENSIONS.contains(extension)) {
                throw new RefusedException("there is no extension " + extension);
            }
        }
        if (config.hasConfig()) {
            ignition(config.config(), release);
        }
    }

    private static void ignition(Map<?, ?> config, Release release) throws RefusedException {
        String version = Ignition.version(config);
        boolean known = version.matches("2\\.2\\..*") || version.matches("3\\..*") && release.acceptsIgnition(version);
        if (!known) {
            throw new RefusedException("Ignition version '" + version + "' is not among those up to " + release.newestIgnition());
        }
        if (release.machineConfigOperator().refusesSpecialModes()) {
            modes(Json.map(config.get("storage")));
        }
        Map<?, ?> canonical = Ignition.canonical(config, release.machineConfigOperator());
        Map<?, ?> storage = Json.map(canonical.get("storage"));
        modes(storage);
        Set<Object> paths = new HashSet<>();
        for (String section : List.of("files", "directories", "links")) {
            for (Map<?, ?> node : Json.maps(storage.get(section))) {
                path(node.get("path"), paths);
            }
        }
        for (Map<?, ?> file : Json.maps(storage.get("files"))) {
            if (file.containsKey("contents")) {
                resource(file);
            }
        }
        Set<Object> units = new HashSet<>();
        for (Map<?, ?> unit : Json.maps(Json.map(canonical.get("systemd")).get("units"))) {
            unit(unit, units);
        }
    }

    private static void modes(Map<?, ?> storage) throws RefusedException {
        for (Map<?, ?> file : Json.maps(storage.get("files"))) {
            if (file.get("mode") instanceof Integer mode && (mode & ~PERMISSIONS) != 0) {
                throw new RefusedException(String.format("mode %05o of %s exceeds 0777", mode, file.get("path")));
            }
        }
    }

    private static void path(Object path, Set<Object> seen) throws RefusedException {
        String text = String.valueOf(path);
        if (!TIDY_PATH.matcher(text).matches()) {
            throw new RefusedException("the path " + text + " is not absolute and simple");
        }
        if (!seen.add(path)) {
            throw new RefusedException(text + " stands twice in one config");
        }
    }

    /** What Ignition refuses of a file of the merged config. */
    static void file(Map<?, ?> file) throws RefusedException {
        if (Boolean.TRUE.equals(file.get("overwrite")) && !Json.map(file.get("contents")).containsKey("source")) {
            throw new RefusedException(file.get("path") + " is to overwrite, and has no source");
        }
    }

    private static void resource(Map<?, ?> file) throws RefusedException {
        Map<?, ?> contents = Json.map(file.get("contents"));
        String compression = Json.text(contents.get("compression")).orElse("");
        if (!compression.isEmpty() && !compression.equals("gzip")) {
            throw new RefusedException("there is no compression " + compression);
        }
        String source = Json.text(contents.get("source")).orElse("");
        boolean known = source.isEmpty() || SCHEMES.stream().anyMatch(source::startsWith);
        if (!known || source.startsWith("data:") && DataUrl.decode(source).isEmpty()) {
            throw new RefusedException("the source of " + file.get("path") + " is no URL that Ignition reads");
        }
    }

    private static void unit(Map<?, ?> unit, Set<Object> seen) throws RefusedException {
        String name = String.valueOf(unit.get("name"));
        if (!name.matches(UNIT_TYPES)) {
            throw new RefusedException(name + " has no suffix of a unit");
        }
        if (!seen.add(name)) {
            throw new RefusedException(name + " stands twice in one config");
        }
        boolean openSection = Json.text(unit.get("contents")).orElse("").lines()
                .anyMatch(line -> line.startsWith("[") && !line.stripTrailing().endsWith("]"));
        if (openSection) {
            throw new RefusedException(name + " has a section without an end");
        }
    }
}
