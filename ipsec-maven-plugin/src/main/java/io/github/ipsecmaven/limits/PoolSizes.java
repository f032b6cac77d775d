package io.github.ipsecmaven.limits;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.ImportingPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How large the part of a pool's rendered configuration is that is ours. A custom pool's nodes receive worker's
 * MachineConfigs beside their own; what those override is counted twice, which errs to the safe side by the size of the
 * script and the anchors.
 */
final class PoolSizes {

    private static final String ROLE = "machineconfiguration.openshift.io/role";

    private PoolSizes() {}

    /** The size of a pool's configuration in bytes. */
    record PoolSize(ImportingPool pool, long bytes) {}

    /** In the order of the pools' names. */
    static List<PoolSize> of(ClusterSpec spec, List<Manifest> objects) {
        Map<String, Long> own = new HashMap<>();
        for (Manifest object : objects) {
            if (object.kind().equals("MachineConfig")) {
                String role = role(object);
                own.put(role, own.getOrDefault(role, 0L) + JsonSize.of(object.body().get("spec")));
            }
        }
        List<PoolSize> sizes = new ArrayList<>();
        for (ImportingPool pool : spec.importingPools()) {
            boolean custom = !pool.name().equals("worker") && !pool.name().equals("master");
            sizes.add(new PoolSize(pool, own.get(pool.name()) + (custom ? own.getOrDefault("worker", 0L) : 0L)));
        }
        return sizes;
    }

    /** Where the spec can be changed to make a pool's configuration smaller. */
    static Position place(ImportingPool pool, ClusterSpec spec) {
        return pool.bundles().stream().findFirst().map(bundle -> bundle.file().at())
                .or(() -> spec.pool(pool.name()).map(written -> written.section().at()))
                .orElseGet(() -> spec.section().at());
    }

    private static String role(Manifest object) {
        Map<?, ?> metadata = (Map<?, ?>) object.body().get("metadata");
        return (String) ((Map<?, ?>) metadata.get("labels")).get(ROLE);
    }
}
