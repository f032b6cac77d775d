package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.manifest.Body;
import io.github.ipsecmaven.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes Argo CD's kustomize decrypt: a generator that runs the plugin KSOPS. It reads files relative to the folder
 * of the kustomization that lists it (kustomize-sops, ksops.go; kustomize runs a plugin there).
 *
 * @see <a href="https://github.com/viaduct-ai/kustomize-sops">KSOPS</a>
 */
final class Ksops {

    static final String FILE = "sealed-keys.yaml";

    private Ksops() {}

    static Manifest of(String folder, String cluster, List<Manifest> encrypted) {
        List<String> files = new ArrayList<>();
        for (Manifest object : encrypted) {
            files.add("../../clusters/" + cluster + "/" + object.path());
        }
        return new Manifest(folder + FILE,
                "Decrypts the keys while Argo CD builds: kustomize build --enable-alpha-plugins --enable-exec.", Body.map(
                        "apiVersion", "viaduct.ai/v1",
                        "kind", "ksops",
                        "metadata", Body.map(
                                "name", "ipsec-keys",
                                "annotations", Body.map("config.kubernetes.io/function", "exec:\n  path: ksops\n")),
                        "files", files));
    }
}
