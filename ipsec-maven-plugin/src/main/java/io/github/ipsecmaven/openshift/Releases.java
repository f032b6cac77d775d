package io.github.ipsecmaven.openshift;

import java.util.List;
import java.util.Optional;

/**
 * Every release that can be compiled for, oldest first. A new release is one row here.
 *
 * <p>Columns that nobody has recorded for a row carry the newest value on record, so that a later release is judged as
 * the newest known one.
 */
public final class Releases {

    private static final List<Release> ROWS = List.of(
            row("4.14", IpsecConfigForm.EMPTY_OBJECT, never(), never(),
                    "3.4.0", "4.14.0", NodeDisruptionPolicy.NONE,
                    MachineConfigOperator.AS_OF_4_17, "2.2.39", List.of(atLeast("0", "4.6"))),
            row("4.15", IpsecConfigForm.MODE, never(), ownIpsecConfigs("4.15", "2024-11-25"),
                    "3.4.0", "4.15.0", NodeDisruptionPolicy.NONE,
                    MachineConfigOperator.AS_OF_4_17, "2.2.39", List.of(atLeast("1.2.20", "4.6"))),
            row("4.16", IpsecConfigForm.MODE, backport("4.16", 2736, "2025-07-08"), ownIpsecConfigs("4.16", "2024-11-20"),
                    "3.4.0", "4.16.0", NodeDisruptionPolicy.TECH_PREVIEW_EXACT_PATH,
                    MachineConfigOperator.AS_OF_4_17, "2.2.59", List.of(atLeast("1.2.20", "4.6"))),
            row("4.17", IpsecConfigForm.MODE, backport("4.17", 2726, "2025-06-17"), ownIpsecConfigs("4.17", "2024-11-12"),
                    "3.4.0", "4.17.0", NodeDisruptionPolicy.GENERAL,
                    MachineConfigOperator.AS_OF_4_17, "2.2.59", List.of(atLeast("1.2.20", "4.6"))),
            row("4.18", IpsecConfigForm.MODE, backport("4.18", 2711, "2025-05-26"), always(),
                    "3.4.0", "4.18.0", NodeDisruptionPolicy.GENERAL,
                    MachineConfigOperator.AS_OF_4_18, "2.2.59", List.of(atLeast("1.2.20", "4.6"))),
            row("4.19", IpsecConfigForm.MODE, always(), always(),
                    "3.5.0", "4.19.0", NodeDisruptionPolicy.GENERAL,
                    MachineConfigOperator.AS_OF_4_20, "2.2.59", List.of(
                            from(0, "1.2.24", "5.2"),
                            from(19, "1.2.27-2", "5.2"),
                            from(22, "1.2.29-1", "5.2"))),
            row("4.20", IpsecConfigForm.MODE, always(), always(),
                    "3.5.0", "4.20.0", NodeDisruptionPolicy.GENERAL,
                    MachineConfigOperator.AS_OF_4_20, "2.2.60", List.of(
                            from(0, "1.2.24", "5.x"),
                            from(3, "1.2.27-2", "5.x"),
                            from(11, "1.2.29-1", "5.x"))),
            row("4.21", IpsecConfigForm.MODE, always(), always(),
                    "3.5.0", "4.21.0", NodeDisruptionPolicy.GENERAL,
                    MachineConfigOperator.AS_OF_4_20, "2.2.60", List.of(from(0, "1.2.29-1", "5.x"))),
            row("4.22", IpsecConfigForm.MODE, always(), always(),
                    "3.5.0", "4.22.0", NodeDisruptionPolicy.GENERAL,
                    MachineConfigOperator.AS_OF_5_1, "2.2.60", List.of(from(0, "1.2.30-1", "5.3"))),
            row("4.23", IpsecConfigForm.MODE, always(), always(),
                    "3.5.0", "4.22.0", NodeDisruptionPolicy.GENERAL,
                    MachineConfigOperator.AS_OF_5_1, "2.2.60", List.of(atLeast("1.2.30-1", "5.x"))),
            row("5.0", IpsecConfigForm.MODE, always(), always(),
                    "3.5.0", "4.22.0", NodeDisruptionPolicy.GENERAL,
                    MachineConfigOperator.AS_OF_5_1, "2.2.60", List.of(atLeast("1.2.30-1", "5.x"))));

    private Releases() { }

    /** Every row, oldest first. */
    public static List<Release> all() {
        return ROWS;
    }

    /** The oldest release that can be compiled for. */
    public static Release oldest() {
        return ROWS.get(0);
    }

    /** The newest release on record. */
    public static Release newest() {
        return ROWS.get(ROWS.size() - 1);
    }

    /**
     * The row by which a version is judged: its own, or the newest row before it where it has none.
     *
     * @return empty for a version older than {@link #oldest()}
     */
    public static Optional<Release> of(Version version) {
        Release found = null;
        for (var row : ROWS) {
            if (version.isAtLeast(row.stream())) {
                found = row;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Whether the version's stream has a row of its own. */
    public static boolean isKnown(Version version) {
        for (var row : ROWS) {
            if (row.stream().equals(version.stream())) {
                return true;
            }
        }
        return false;
    }

    private static Release row(String stream, IpsecConfigForm ipsecConfig, Availability fullEncapsulation,
            Availability ownIpsecConfigs, String newestIgnition, String butane, NodeDisruptionPolicy nodeDisruptionPolicy,
            MachineConfigOperator machineConfigOperator, String handlerNmstate, List<NodeSoftware> nodeSoftware) {
        return new Release(Version.parse(stream), ipsecConfig, fullEncapsulation, ownIpsecConfigs, newestIgnition,
                butane, nodeDisruptionPolicy, machineConfigOperator, handlerNmstate, nodeSoftware);
    }

    private static Availability always() {
        return new Availability.Always();
    }

    private static Availability never() {
        return new Availability.Never();
    }

    private static Availability backport(String stream, int pullRequest, String date) {
        return new Availability.Unrecorded("in those releases of " + stream + " that hold pull request " + pullRequest
                + " of openshift/cluster-network-operator, committed " + date
                + "; which z was the first is not on record and must be confirmed");
    }

    private static Availability ownIpsecConfigs(String stream, String date) {
        return new Availability.Unrecorded("in those releases of " + stream + " that hold the commit of " + date
                + " to openshift/cluster-network-operator; which z was the first is not on record and must be confirmed");
    }

    private static NodeSoftware from(int patch, String networkManagerLibreswan, String libreswan) {
        return new NodeSoftware(patch, networkManagerLibreswan, true, libreswan);
    }

    // The package was not recorded. From 4.15 on the published procedure needs 1.2.20; 4.14 has none with NMState.
    private static NodeSoftware atLeast(String networkManagerLibreswan, String libreswan) {
        return new NodeSoftware(0, networkManagerLibreswan, false, libreswan);
    }
}
