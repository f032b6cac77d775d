package io.github.ipsecmaven.openshift;

/** The columns of {@link Release}, each with the place where its values were read. */
public enum ReleaseFact {

    IPSEC_CONFIG("openshift/api, operator/v1/types_network.go, release branches 4.14 to 5.0"),
    FULL_ENCAPSULATION("openshift/api, operator/v1/types_network.go and openshift/cluster-network-operator, "
            + "pkg/network/ovn_kubernetes.go; backports: OCPBUGS-56183 (4.18), OCPBUGS-57285 (4.17), "
            + "OCPBUGS-58392 (4.16)"),
    OWN_IPSEC_CONFIGS("openshift/cluster-network-operator, pkg/network/ovn_kubernetes.go "
            + "(isUserDefinedIPsecMachineConfigPresent), commit 94a09504 of 2024-11-07 and its backports"),
    IGNITION("openshift/machine-config-operator, pkg/controller/common/ignition_converter.go"),
    BUTANE("coreos/butane, docs/upgrading-openshift.md and config/openshift"),
    NODE_DISRUPTION_POLICY("openshift/machine-config-operator, docs/NodeDisruptionPolicy.md"),
    MACHINE_CONFIG_OPERATOR("openshift/machine-config-operator, pkg/controller/common and pkg/daemon, run at "
            + "release-4.17 3bdd678e, release-4.20 afed0993 and main 7ff337a4"),
    HANDLER_NMSTATE("ephico2real2/openshift-ipsec-nas, docs/70"),
    NODE_SOFTWARE("ephico2real2/openshift-ipsec-nas, docs/70, and openshift/os pull request 1771");

    private final String source;

    ReleaseFact(String source) {
        this.source = source;
    }

    /** Repository and file, tracker key or page. */
    public String source() {
        return source;
    }
}
