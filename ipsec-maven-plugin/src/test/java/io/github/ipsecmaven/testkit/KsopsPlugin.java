package io.github.ipsecmaven.testkit;

import io.github.ipsecmaven.manifest.ManifestYaml;
import io.github.ipsecmaven.seal.AgeIdentities;
import io.github.ipsecmaven.seal.SealedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes the place of KSOPS, which no package carries: a plugin of kustomize that is given a resource list on its standard
 * input and the files' names, relative to the folder of the kustomization, in the generator; it prints the list with the
 * decrypted objects (kustomize-sops, ksops.go).
 */
public final class KsopsPlugin {

    private KsopsPlugin() {}

    /** Variables with which kustomize finds the plugin, and the plugin a private key. */
    public static Map<String, String> in(Path folder, AgeKeys reader) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path script = folder.resolve("ksops");
        Files.writeString(script, "#!/bin/sh\nexec '" + java + "' -XX:TieredStopAtLevel=1 -cp '"
                + System.getProperty("java.class.path") + "' " + KsopsPlugin.class.getName() + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Map.of("PATH", folder + ":" + System.getenv("PATH"), "SOPS_AGE_KEY", reader.identity());
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> list = Yaml.parse(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        List<Object> objects = new ArrayList<>();
        for (Object file : Yaml.list(Yaml.map(list.get("functionConfig")).get("files"))) {
            objects.add(SealedFile.of(Files.readAllBytes(Path.of((String) file))).orElseThrow()
                    .open(AgeIdentities.of(System.getenv())));
        }
        System.out.write(ManifestYaml.bytes("", Map.of("apiVersion", "config.kubernetes.io/v1", "kind", "ResourceList",
                "items", objects)));
        System.out.flush();
    }
}
