package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.manifest.Stage;
import java.util.List;

/** The stages of a cluster's tree, with the objects in each. */
record Stages(List<Manifest> prepare, List<Manifest> nodes, List<Manifest> connections) {

    static Stages of(List<Manifest> objects) {
        return new Stages(in(Stage.PREPARE, objects), in(Stage.NODES, objects), in(Stage.CONNECTIONS, objects));
    }

    private static List<Manifest> in(String stage, List<Manifest> objects) {
        return objects.stream().filter(object -> object.stage().equals(stage)).toList();
    }
}
