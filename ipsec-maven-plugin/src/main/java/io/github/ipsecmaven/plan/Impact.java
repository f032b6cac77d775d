package io.github.ipsecmaven.plan;

/** How grave an effect is, gravest first. */
public enum Impact {

    /** The cluster does not take it. */
    REFUSED("refused"),

    /** Nodes are drained and reboot, one after the other. */
    REBOOT("reboot"),

    /** Tunnels that are up go down, for a moment or for good. */
    INTERRUPTION("interruption"),

    /** Nodes drain or restart a service, and do not reboot. */
    RESTART("restart"),

    /** The network's own pods roll out over all nodes. */
    ROLLOUT("rollout"),

    /** Something is set up, and nothing that runs is disturbed. */
    SETUP("setup"),

    /** What left the tree stays on the cluster or its nodes. */
    REMAINS("remains"),

    /** The object changes, and nothing else does. */
    NOTHING("nothing");

    private final String label;

    Impact(String label) {
        this.label = label;
    }

    /** For programs. */
    public String label() {
        return label;
    }
}
