package io.github.ipsecmaven.limits;

import io.github.ipsecmaven.limits.PoolSizes.PoolSize;
import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.spec.ClusterSpec;
import java.util.List;

/**
 * What limits read.
 *
 * @param objects what the spec compiled to
 * @param pools how large those of each pool are
 */
public record Rendered(ClusterSpec spec, List<Manifest> objects, List<PoolSize> pools) {}
