package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.manifest.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * The stages of a cluster's tree, with the objects in each.
 *
 * @param encrypted the objects of the stage of the nodes that are encrypted, and so in a folder of their own
 */
record Stages(List<Manifest> prepare, List<Manifest> nodes, List<Manifest> connections, List<Manifest> encrypted) {

    static Stages of(List<Manifest> objects, List<Manifest> encrypted) {
        return new Stages(
                in(Stage.PREPARE, objects), in(Stage.NODES, objects), in(Stage.CONNECTIONS, objects), List.copyOf(encrypted));
    }

    private static List<Manifest> in(String stage, List<Manifest> objects) {
        List<Manifest> inStage = new ArrayList<>();
        for (Manifest object : objects) {
            if (object.stage().equals(stage)) {
                inStage.add(object);
            }
        }
        return List.copyOf(inStage);
    }
}
