package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.manifest.LibreswanConfigs;
import io.github.ipsecmaven.openshift.IpsecConfigForm;
import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Mode;
import java.util.ArrayList;
import java.util.List;

/** {@code disable.md}: how IPsec is switched off, whoever owns the field {@code full}. */
final class DisablePage {

    private static final String MERGE_PATCH = "oc patch networks.operator.openshift.io cluster --type=merge "
            + "--patch-file=runbook/disable.merge-patch.json";

    private DisablePage() {}

    static byte[] of(ClusterSpec spec, Release release) {
        boolean hasModes = release.ipsecConfig() == IpsecConfigForm.MODE;
        Page page = new Page("Disable IPsec on cluster " + spec.name());
        page.paragraph(Steps.WHERE);
        page.section("Steps");
        if (!spec.tunnels().isEmpty()) {
            page.step("Remove the tunnels first, all of them ([remove.md](remove.md)): without libreswan on the "
                    + "nodes their policies "
                    + "would fail. What they protect leaves in clear text from then on.");
        }
        if (!spec.importingPools().isEmpty()) {
            page.step("Purge the pools' keys ([remove.md](remove.md)), while the nodes still have libreswan.");
        }
        page.step("In `ipsec.yaml` write `mode: Disabled`, without `encapsulation`. Compile, commit and sync, or "
                + "by hand",
                MERGE_PATCH);
        if (hasModes) {
            page.step("Where the sync is refused with `full is forbidden when mode is not Full`, somebody else "
                    + "owns `full` too: apply "
                    + "the same patch, and sync again.", MERGE_PATCH);
        }
        if (!spec.cluster().ipsecMachineConfigs().isEmpty()) {
            page.step("The MachineConfigs " + String.join(" and ", spec.cluster().ipsecMachineConfigs().values())
                    + " are the cluster's own, and so is their removal: libreswan stays on the nodes as long as they are "
                    + "there.");
        } else if (!spec.cluster().hosted()) {
            List<String> commands = new ArrayList<>();
            if (hasModes) {
                for (String pool : List.of("master", "worker")) {
                    commands.add("oc wait mc " + LibreswanConfigs.ofOperator(pool) + " --for=delete --timeout=1h");
                }
            }
            commands.addAll(Steps.awaitUpdate(Steps.updating(spec, Steps.pools(spec))));
            page.step("Wait: the network operator takes its MachineConfigs back, and every node reboots, one by one in "
                    + "each pool.", commands);
        }
        page.step("Verify.", Steps.VERIFY);
        page.step("Optional: the cluster network's MTU may grow by 46 bytes"
                + (spec.mode() == Mode.FULL ? "" : ", where it was made smaller for mode Full") + ".");
        if (hasModes) {
            owners(page);
        }
        page.section("What a change of the mode does");
        return Steps.modeChanges(page, spec.mode(), release).bytes();
    }

    private static void owners(Page page) {
        page.section("Who owns `full`, and which patch is right");
        page.table(List.of("who has set `full`", "what to do"), List.of(
                List.of("the GitOps engine alone", "nothing: its sync removes it together with the mode"),
                List.of("somebody by `oc patch`, `oc edit`, `oc apply` or the console",
                        "the merge patch: a sync is refused until then"),
                List.of("the installer, by a manifest of the installation", "the merge patch"),
                List.of("the network operator, which takes over what it finds when an upgrade adds a default",
                        "the merge patch"),
                List.of("nobody: there is no `full`", "nothing; the merge patch does no harm, the JSON patch with "
                        + "`remove` fails")));
        page.paragraph("`disable.json-patch.json` is the published procedure's other form. It is right only where "
                + "`full` is as this "
                + "tree has it. Who the owners are:");
        page.step("Ask.", "oc get networks.operator.openshift.io cluster --show-managed-fields -o json |\n"
                + "    jq -r '.metadata.managedFields[] | select(.fieldsV1 | tostring | contains(\"f:full\")) | "
                + ".manager'");
    }
}
