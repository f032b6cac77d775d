package io.github.ipsecmaven.node;

import io.github.ipsecmaven.testkit.ButaneSource;
import io.github.ipsecmaven.testkit.MachineConfigView;
import io.github.ipsecmaven.testkit.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** What the Machine Config Operator does with a MachineConfig on a node. */
final class AppliedConfig {

    private static final int UNIT_MODE = 0644;

    private AppliedConfig() {}

    /** The MachineConfigs that a cluster's tree has for a pool, in the order in which they are merged. */
    static List<MachineConfigView> ofPool(Path cluster, String pool) {
        try (var files = Files.list(cluster.resolve("10-nodes"))) {
            return files.filter(file -> file.getFileName().toString().matches("99-" + pool + "-.*"))
                    .sorted()
                    .map(file -> ButaneSource.view(Yaml.read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes files and units, over what an earlier one left. */
    static void write(MachineConfigView config, Function<String, Path> place) {
        for (var file : config.files().values()) {
            write(place.apply(file.path()), file.contents().bytes(), file.mode());
        }
        for (var unit : config.units().values()) {
            write(place.apply("/etc/systemd/system/" + unit.name()),
                    unit.contents().orElseThrow().getBytes(StandardCharsets.UTF_8), UNIT_MODE);
        }
    }

    private static void write(Path file, byte[] bytes, int mode) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.write(file, bytes);
            Files.setAttribute(file, "unix:mode", mode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
