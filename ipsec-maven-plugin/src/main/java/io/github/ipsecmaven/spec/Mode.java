package io.github.ipsecmaven.spec;

/**
 * What a cluster encrypts: {@code ipsecConfig.mode} of networks.operator.openshift.io.
 *
 * @see <a href="https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/network_security/configuring-ipsec-ovn">Configuring IPsec encryption</a>
 */
public enum Mode {
    /** Nothing. */
    DISABLED("Disabled"),
    /** Traffic to remotes. */
    EXTERNAL("External"),
    /** Pod-to-pod traffic between nodes, and traffic to remotes. */
    FULL("Full");

    private final String text;

    Mode(String text) {
        this.text = text;
    }

    /** As the API and the language write it. */
    public String text() {
        return text;
    }

    /** The mode that the API writes so. */
    static Mode of(String text) {
        for (Mode mode : values()) {
            if (mode.text.equals(text)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("no mode: " + text);
    }
}
