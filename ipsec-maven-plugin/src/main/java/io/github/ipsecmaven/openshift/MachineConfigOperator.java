package io.github.ipsecmaven.openshift;

/**
 * How the Machine Config Operator of a release treats MachineConfigs, as far as releases differ, oldest first. The
 * operators of 4.17, 4.20 and 5.1 were run; the releases between take the row that their documentation puts them in, or
 * else the nearest.
 */
public enum MachineConfigOperator {

    /** 4.17 and before. */
    AS_OF_4_17,

    /** 4.18: as 4.17, with one more default policy (its documentation). */
    AS_OF_4_18,

    /** 4.19 to 4.21; 4.19 reads Ignition 3.5 as 4.20 does. */
    AS_OF_4_20,

    /** 4.22 and later; 4.22 has the newest default policies (its documentation). */
    AS_OF_5_1;

    /** Whether a change below {@code /etc/crio/policies} reloads CRI-O instead of a reboot. */
    public boolean reloadsForCrioPolicies() {
        return compareTo(AS_OF_4_18) >= 0;
    }

    /** Whether a later file without {@code compression} takes an earlier one's back; else gzip stays, and writing fails. */
    public boolean resetsCompression() {
        return compareTo(AS_OF_4_20) >= 0;
    }

    /** Whether extensions and kernel of a MachineConfig without {@code spec.config} are checked. */
    public boolean checksWithoutConfig() {
        return compareTo(AS_OF_4_20) < 0;
    }

    /** Whether a mode above 0777 is refused in every Ignition version; else it loses its special bits below 3.4. */
    public boolean refusesSpecialModes() {
        return compareTo(AS_OF_5_1) >= 0;
    }

    /** Whether a change below {@code /etc/kubernetes/credential-providers} restarts kubelet instead of a reboot. */
    public boolean restartsForCredentialProviders() {
        return compareTo(AS_OF_5_1) >= 0;
    }
}
