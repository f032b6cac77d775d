package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.manifest.PoolImports;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Mode;
import java.util.ArrayList;
import java.util.List;

/** {@code rotate.md}: how renewed certificates and new authorities reach the nodes and come into use. */
final class RotatePage {

    private static final String HOLD = "/etc/ipsec-import.hold";

    private RotatePage() {}

    static byte[] of(ClusterSpec spec, Credentials credentials) {
        boolean reboots = spec.rebootOnRotation().orElse(true);
        Page page = new Page("Rotate certificates of cluster " + spec.name());
        page.paragraph(Steps.WHERE);
        page.table(List.of("pool", "node", "bundle", "nickname"), bundles(spec, credentials));
        Steps.exposure(page, spec);
        page.section("A bundle");
        page.step("Replace its file. Keep subject, file name and friendly name: a new subject makes the node's "
                + "tunnels reconnect.");
        page.step("Compile and review: only `*-ipsec-certs.yaml` of its pool changes.", "mvn ipsec:generate",
                "git diff --stat");
        page.step("Commit and sync, or", Steps.applyNodes(spec));
        page.step(reboots
                ? "Wait: every node of the pool reboots, one by one."
                : "Wait: the nodes import it without a reboot.",
                Steps.awaitUpdate(Steps.updating(spec, Steps.importingPools(spec))));
        page.step("Verify. Tunnels use the new certificate from their next negotiation on.", Steps.VERIFY);
        authority(page, spec);
        hold(page, spec);
        return page.bytes();
    }

    private static List<List<String>> bundles(ClusterSpec spec, Credentials credentials) {
        List<List<String>> rows = new ArrayList<>();
        for (PoolImports pool : PoolImports.of(spec, credentials)) {
            for (PoolImports.Entry entry : pool.entries()) {
                rows.add(List.of(pool.pool().name(),
                        entry.node().equals(PoolImports.EVERY_NODE) ? "every node" : entry.node(),
                        entry.file(),
                        entry.nickname()));
            }
        }
        return rows;
    }

    private static void authority(Page page, ClusterSpec spec) {
        page.section("An authority");
        page.paragraph("Under libreswan 4 a changed anchor restarts `ipsec.service` on each node, and every "
                + "tunnel of the node drops"
                + (spec.mode() == Mode.FULL ? ", those between pods too" : "") + "; libreswan 5 needs no restart.");
        page.step("Add the new anchor beside the old one: `ca` is then a map with two files. Sync, wait, verify.");
        page.step("The remotes trust the new authority too.");
        page.step("Replace the bundles, as above, and the remotes' certificates.");
        page.step("Take the old anchor out of `ca`. Sync, wait, verify.");
    }

    private static void hold(Page page, ClusterSpec spec) {
        String node = spec.nodes().isEmpty() ? "NODE" : spec.nodes().get(0).name();
        page.section("To choose the moment");
        page.paragraph("While `" + HOLD + "` is on a node, restarts and reconnections that a change needs are put "
                + "off; the import says "
                + "so in a line that begins with `NOT IN USE`, and `verify.sh` fails. Per node, before the change "
                + "and after:");
        page.step("Hold.", "oc debug node/" + node + " -- chroot /host touch " + HOLD);
        page.step("Release.", "oc debug node/" + node + " -- chroot /host sh -c 'rm -f " + HOLD
                + " && systemctl restart ipsec-import.service'");
        page.section("When an import fails");
        page.paragraph("The certificates of before stay in use. The reason is in a line that begins with `FAILED`:");
        page.step("Read it.", "oc debug node/" + node + " -- chroot /host journalctl -b -u ipsec-import.service "
                + "--no-pager");
    }
}
