package io.github.ipsecmaven.openshift;

/** How {@code spec.defaultNetwork.ovnKubernetesConfig.ipsecConfig} of Network/cluster is written. */
public enum IpsecConfigForm {

    /** An empty object: present is on for pod-to-pod traffic, absent is off. There is no {@code mode} (up to 4.14). */
    EMPTY_OBJECT,

    /** An object with {@code mode: Disabled | External | Full}, default Disabled (from 4.15 on). */
    MODE
}
