package io.github.ipsecmaven.review;

import io.github.ipsecmaven.manifest.Ignition;
import io.github.ipsecmaven.manifest.ManifestYaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A MachineConfig as the Butane source that makes it, for reviewers: what is public stands in it as text, what is
 * secret is named and left out.
 *
 * @see <a href="https://coreos.github.io/butane/specs/">Butane, configuration specifications</a>
 */
final class ButaneSource {

    private final String version;
    private final Map<String, String> secretFiles;

    /**
     * A writer.
     *
     * @param version Butane's name of the release, {@code 4.19.0}
     * @param secretFiles the local file that holds the content of a path on the node, for those that are secret
     */
    ButaneSource(String version, Map<String, String> secretFiles) {
        this.version = version;
        this.secretFiles = secretFiles;
    }

    byte[] write(String name, String pool, Ignition config) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("variant", "openshift");
        body.put("version", version);
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", name);
        metadata.put("labels", Map.of("machineconfiguration.openshift.io/role", pool));
        body.put("metadata", metadata);
        if (!config.units().isEmpty()) {
            body.put("systemd", Map.of("units", units(config)));
        }
        List<Object> files = new ArrayList<>();
        for (Ignition.File file : config.files()) {
            files.add(file(file));
        }
        body.put("storage", Map.of("files", files));
        return ManifestYaml.bytes(
                "What MachineConfig " + name + " is made of, for review; nothing reads this file.\n"
                        + "butane --strict --files-dir <the folder of ipsec.yaml> " + name + ".bu", body);
    }

    private static List<Object> units(Ignition config) {
        List<Object> units = new ArrayList<>();
        for (Ignition.Unit unit : config.units()) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("name", unit.name());
            body.put("enabled", true);
            body.put("contents", unit.contents());
            units.add(body);
        }
        return units;
    }

    private Map<String, Object> file(Ignition.File file) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("path", file.path());
        body.put("mode", new ManifestYaml.Octal(file.mode()));
        body.put("overwrite", true);
        body.put("contents", contents(file));
        return body;
    }

    private Map<String, Object> contents(Ignition.File file) {
        String local = secretFiles.get(file.path());
        if (local != null) {
            return Map.of("local", local);
        }
        Optional<String> text = text(file.content());
        return text.isPresent()
                ? Map.of("inline", text.get())
                : Map.of("source", file.source());
    }

    /** The content as text, where it is UTF-8: then the text is the same bytes again. */
    private static Optional<String> text(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), content) ? Optional.of(text) : Optional.empty();
    }
}
