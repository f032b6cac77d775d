package io.github.ipsecmaven.manifest;

/**
 * The stages of a cluster's tree, in the order in which the cluster has to see them: a connection whose certificate is
 * not on the node yet fails and is rolled back (kubernetes-nmstate, measured).
 */
public final class Stage {

    /** Operators, and policies that have to be observed before what they cover. */
    public static final String PREPARE = "00-prepare";

    /** The network's mode, and what the nodes hold. */
    public static final String NODES = "10-nodes";

    public static final String CONNECTIONS = "20-connections";

    private Stage() {}
}
