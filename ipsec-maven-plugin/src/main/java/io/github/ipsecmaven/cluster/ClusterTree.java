package io.github.ipsecmaven.cluster;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.tree.TreeFile;
import java.util.List;

/**
 * A compiled cluster.
 *
 * @param facts what it was compiled from
 * @param files its tree, relative to the output directory
 */
public record ClusterTree(Facts facts, List<TreeFile> files) {

    public ClusterTree {
        files = List.copyOf(files);
    }

    public ClusterSpec spec() {
        return facts.spec();
    }

    public String name() {
        return spec().name();
    }

    /** What the cluster consists of, for the user: {@code prod: 2 nodes, 1 remote, 2 connections}. */
    public String summary() {
        return name() + ": " + number(spec().nodes().size(), "node") + ", " + number(spec().remotes().size(), "remote")
                + ", " + number(spec().connections().size(), "connection");
    }

    /** A number of things in the right form: {@code 1 node}, {@code 2 nodes}. */
    public static String number(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
