package io.github.ipsecmaven.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ButaneSourceTest {

    private static final String MACHINE_CONFIG = """
            apiVersion: machineconfiguration.openshift.io/v1
            kind: MachineConfig
            metadata: {name: 99-worker-x}
            spec:
              config:
                ignition: {version: 3.2.0}
                storage:
                  files:
                  - {path: /a, contents: {source: "data:,a%20b+%c3%a9"}}
                systemd:
                  units:
                  - {name: a.service, dropins: [{name: 10-a.conf, contents: "[Unit]\\n"}]}
            """;

    @TempDir
    Path folder;

    static List<String> cases() {
        return ButaneCases.names();
    }

    @Test
    void bothRolesAreRecordedForNineReleases() {
        assertEquals(18, cases().size());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSourceAndWhatButaneMadeOfItReadTheSame(String name) {
        var made = ButaneSource.view(Yaml.read(ButaneCases.output(name)));
        assertEquals(made, ButaneSource.read(ButaneCases.source(name), ButaneCases.filesIn(folder)));
    }

    @Tag("optional-tool")
    @Test
    void theRealButaneStillMakesTheSame() {
        var butane = RealTool.butane().assumePresent();
        var files = ButaneCases.filesIn(folder).toString();
        for (String name : cases()) {
            var output = butane.run("--strict", "-d", files, ButaneCases.source(name).toString()).outOfSuccess();
            var recorded = ButaneSource.view(Yaml.read(ButaneCases.output(name)));
            assertEquals(recorded, ButaneSource.view(Yaml.parse(output)), name);
        }
    }

    @Test
    void whatButaneMadeIsAMachineConfig() {
        var schemas = ClusterSchemas.load();
        for (String name : cases()) {
            assertEquals(List.of(), schemas.problems(Yaml.read(ButaneCases.output(name))), name);
        }
    }

    @Test
    void theViewHoldsWhatTheProcedureSays() throws IOException {
        var files = ButaneCases.filesIn(folder);
        var view = ButaneSource.view(Yaml.read(ButaneCases.output("99-ipsec-worker-4.19.0")));
        assertEquals("99-worker-import-certs", view.name());
        assertEquals(Map.of("machineconfiguration.openshift.io/role", "worker"), view.labels());
        assertEquals(Set.of("/etc/pki/certs/ca.pem", "/etc/pki/certs/left_server.p12",
                "/usr/local/bin/ipsec-addcert.sh"), view.files().keySet());
        var bundle = view.files().get("/etc/pki/certs/left_server.p12");
        assertEquals(0400, bundle.mode());
        assertTrue(bundle.overwrite());
        assertArrayEquals(Files.readAllBytes(files.resolve("left_server.p12")), bundle.contents().bytes());
        var script = view.files().get("/usr/local/bin/ipsec-addcert.sh");
        assertEquals(0740, script.mode());
        assertTrue(new String(script.contents().bytes(), StandardCharsets.UTF_8).startsWith("#!/bin/bash -e\n"));
        var unit = view.units().get("ipsec-import.service");
        assertEquals(Optional.of(true), unit.enabled());
        assertTrue(unit.contents().orElseThrow().contains("Before=ipsec.service\n"));
    }

    @Test
    void whatIsNotSaidIsTheDefaultOfIgnition() {
        var view = ButaneSource.view(Yaml.parse(MACHINE_CONFIG));
        var file = view.files().get("/a");
        assertEquals(0644, file.mode());
        assertFalse(file.overwrite());
        assertEquals("a b+\u00e9", new String(file.contents().bytes(), StandardCharsets.UTF_8));
        var unit = view.units().get("a.service");
        assertEquals(Optional.empty(), unit.enabled());
        assertEquals(Optional.empty(), unit.contents());
        assertEquals(Map.of("10-a.conf", "[Unit]\n"), unit.dropins());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a,|/a, mode: 256,", "/a,|/a, overwrite: true,", "/a,|/b,", "a%20b|a%20c",
        "[Unit]|[Install]", "name: a.service,|name: a.service, enabled: false,", "name: 99-worker-x|name: 99-worker-y",
        "name: 99-worker-x|name: 99-worker-x, labels: {a: b}"})
    void whatMeansSomethingElseIsNotEqual(String change) {
        assertNotEquals(ButaneSource.view(Yaml.parse(MACHINE_CONFIG)), ButaneSource.view(Yaml.parse(changed(change))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:,a%20b+%c3%a9|data:;base64,YSBiK8Op",
        "data:,a%20b+|data:text/plain;charset=utf-8,a%20b%2B", "version: 3.2.0|version: 3.5.0",
        "/a,|/a, mode: 420, overwrite: false,"})
    void whatMeansTheSameIsEqual(String change) {
        assertEquals(ButaneSource.view(Yaml.parse(MACHINE_CONFIG)), ButaneSource.view(Yaml.parse(changed(change))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"files:|directories:", "/a,|/a, user: {name: core},",
        "name: a.service,|name: a.service, mask: true,", "data:,|https://",
        "version: 3.2.0}|version: 3.2.0}\n    passwd: {}", "%a9\"|%a9\", compression: xz", "%a9|%a",
        "/a,|/a, mode: '0400',"})
    void whatTheReaderDoesNotKnowIsRefused(String change) {
        var machineConfig = Yaml.parse(changed(change));
        assertThrows(IllegalArgumentException.class, () -> ButaneSource.view(machineConfig));
    }

    @Test
    void aLocalFileOutsideTheFolderIsRefused() throws IOException {
        var source = folder.resolve("x.bu");
        Files.writeString(source, Files.readString(ButaneCases.source("99-ipsec-worker-4.19.0"))
                .replace("local: ca.pem", "local: ../ca.pem"));
        var refused = assertThrows(IllegalArgumentException.class, () -> ButaneSource.read(source, folder));
        assertTrue(refused.getMessage().contains("../ca.pem"), refused.getMessage());
    }

    @Test
    void aPayloadIsNeverPrinted() {
        var printed = new Payload("secret".getBytes(StandardCharsets.UTF_8)).toString();
        assertFalse(printed.contains("secret"), printed);
        assertTrue(printed.startsWith("6 bytes, SHA-256 "), printed);
    }

    private static String changed(String change) {
        var parts = change.split("\\|", 2);
        assertTrue(MACHINE_CONFIG.contains(parts[0]), parts[0]);
        return MACHINE_CONFIG.replace(parts[0], parts[1]);
    }
}
