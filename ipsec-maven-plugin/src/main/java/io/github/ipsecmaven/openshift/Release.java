package io.github.ipsecmaven.openshift;

import java.util.List;

/**
 * What the releases of one minor stream can do: one row of {@link Releases}. Where a column comes from is said by
 * {@link ReleaseFact}.
 *
 * @param stream the minor stream, {@code x.y}
 * @param ipsecConfig how Network/cluster writes {@code ipsecConfig}
 * @param fullEncapsulation which releases know {@code ipsecConfig.full.encapsulation}; an older one prunes it silently
 *         (client-side apply) or refuses it ("field not declared in schema", server-side apply)
 * @param ownIpsecConfigs which releases look for MachineConfigs annotated {@code user-ipsec-machine-config}, and leave
 *         theirs out where a role master and a role worker have one
 * @param newestIgnition the newest Ignition version that a MachineConfig may have; every 3.x before it is accepted
 *         too
 * @param butane the {@code version} of a Butane source for this stream: its own, or the newest that Butane knows.
 *         Butane 0.28.0 makes Ignition 3.6.0 of {@code 4.22.0}, which OpenShift 4.22 refuses (OCPBUGS-90256)
 * @param nodeDisruptionPolicy what {@code nodeDisruptionPolicy} can do
 * @param machineConfigOperator how MachineConfigs are merged, checked and compared
 * @param handlerNmstate version of nmstate inside the NMState operator's handler image, which moves with the operator
 *         and not with the node
 * @param nodeSoftware what the nodes run, in ascending order of z, the first entry for .0
 */
public record Release(Version stream, IpsecConfigForm ipsecConfig, Availability fullEncapsulation,
        Availability ownIpsecConfigs,
        String newestIgnition, String butane, NodeDisruptionPolicy nodeDisruptionPolicy,
        MachineConfigOperator machineConfigOperator, String handlerNmstate, List<NodeSoftware> nodeSoftware) {

    /** From here on the extension brings openvswitch-ipsec: the commits are on release-4.23 of both operators. */
    private static final Version OPENVSWITCH_IPSEC = Version.parse("4.23");

    public Release {
        nodeSoftware = List.copyOf(nodeSoftware);
    }

    /** What the nodes of this stream's given z run. */
    public NodeSoftware nodeSoftwareOf(int patch) {
        var found = nodeSoftware.get(0);
        for (var software : nodeSoftware) {
            if (software.fromPatch() <= patch) {
                found = software;
            }
        }
        return found;
    }

    /**
     * Whether mode Full, where it begins and where it ends, restarts the libreswan that also serves tunnels to remotes.
     * Where the extension brings openvswitch-ipsec it leaves libreswan running (cluster-network-operator, {@code
     * bindata/network/ovn-kubernetes/common/ipsec-host.yaml}). Before 4.15 there is none on the nodes.
     */
    public boolean fullRestartsLibreswan() {
        return ipsecConfig == IpsecConfigForm.MODE && !stream.isAtLeast(OPENVSWITCH_IPSEC);
    }

    /** Whether a MachineConfig may have the given Ignition version ({@code 3.2.0}). */
    public boolean acceptsIgnition(String version) {
        return PackageVersion.isAtLeast(version, "3.0.0") && PackageVersion.isAtLeast(newestIgnition, version);
    }
}
