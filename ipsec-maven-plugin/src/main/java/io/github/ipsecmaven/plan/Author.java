package io.github.ipsecmaven.plan;

/** Who changed an object. */
public enum Author {

    /** Whoever edited the spec or a file that it names. */
    USER("you"),

    /** The plugin: what changed is the same for every spec, and so came with another release of the plugin. */
    PLUGIN("the plugin");

    private final String label;

    Author(String label) {
        this.label = label;
    }

    /** As users are told. */
    public String label() {
        return label;
    }
}
