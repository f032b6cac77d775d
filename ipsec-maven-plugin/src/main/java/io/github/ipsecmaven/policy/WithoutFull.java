package io.github.ipsecmaven.policy;

import io.github.ipsecmaven.spec.Mode;

/**
 * The command that takes {@code full} out of Network/cluster, whoever owns it, together with the mode that forbids it:
 * one without the other is refused ({@code full is forbidden when mode is not Full}).
 */
public final class WithoutFull {

    private WithoutFull() {}

    /** For a mode that is not Full. */
    public static String command(Mode mode) {
        return "oc patch networks.operator.openshift.io cluster --type=merge -p "
                + "'{\"spec\":{\"defaultNetwork\":{\"ovnKubernetesConfig\":{\"ipsecConfig\":{\"mode\":\"" + mode.text()
                + "\",\"full\":null}}}}}'";
    }
}
