package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.manifest.Body;
import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.manifest.ManifestYaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Patches that leave objects out of what kustomize builds of a stage, so that an engine can be given the stage in parts.
 *
 * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/">kustomize, patches</a>
 */
final class Removal {

    private Removal() {}

    static List<Object> of(List<Manifest> objects) {
        List<Object> patches = new ArrayList<>();
        for (Manifest object : objects) {
            patches.add(of(object));
        }
        return patches;
    }

    private static Object of(Manifest object) {
        Map<String, Object> patch = Body.map("$patch", "delete",
                "apiVersion", object.body().get("apiVersion"), "kind", object.kind(),
                "metadata", Body.map("name", object.name()));
        return Body.map(
                "target", Body.map("kind", object.kind(), "name", object.name()),
                "patch", new String(ManifestYaml.bytes("", patch), StandardCharsets.UTF_8));
    }
}
