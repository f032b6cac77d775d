package io.github.ipsecmaven;

import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.tree.TreeFile;
import java.util.List;

/**
 * A compiled cluster.
 *
 * @param spec what it was compiled from
 * @param files its tree, relative to the output directory
 */
public record ClusterTree(ClusterSpec spec, List<TreeFile> files) {

    public ClusterTree {
        files = List.copyOf(files);
    }

    public String name() {
        return spec.name();
    }
}
