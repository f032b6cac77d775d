package io.github.ipsecmaven.manifest;

import io.github.ipsecmaven.spec.GuardedPool;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The MachineConfig with which the nodes of a pool fail closed: a table of nftables and the unit that loads it before the
 * network is up. The unit has no {@code ExecStop}: a restart, which is what a node disruption policy asks for, replaces the
 * table in one transaction. Where nothing is guarded any more the file takes the table away; deleting the MachineConfig would
 * leave it loaded until the next reboot. Rules of one's own by MachineConfig are supported from OpenShift 4.12 on (Red Hat,
 * solution 7090422).
 *
 * @see <a href="https://netfilter.org/projects/nftables/manpage.html">nft(8)</a>
 */
public final class GuardManifest {

    public static final String RULES = "/etc/ipsec-guard.nft";

    public static final String UNIT = "ipsec-guard.service";

    /** Readable and writable by root, and by nobody else. */
    private static final int PRIVATE = 0600;

    private GuardManifest() {}

    /** The config of a pool. */
    public static Ignition config(GuardedPool pool) {
        return new Ignition(
                List.of(new Ignition.File(RULES, PRIVATE, rules(pool).getBytes(StandardCharsets.UTF_8))),
                List.of(new Ignition.Unit(UNIT, ShippedText.beside(GuardManifest.class, UNIT))));
    }

    static Manifest of(GuardedPool pool) {
        boolean guards = !pool.networks().isEmpty();
        return MachineConfigManifests.manifest(pool.config(), pool.name(), guards, config(pool), guards
                ? "Drops clear text between the nodes of pool " + pool.name() + " and what they reach by tunnels only."
                : "Leaves the nodes of pool " + pool.name() + " without a guard against clear text.");
    }

    private static String rules(GuardedPool pool) {
        String anew = ShippedText.beside(GuardManifest.class, "ipsec-guard.nft");
        if (pool.networks().isEmpty()) {
            return anew;
        }
        String networks = String.join(", ", pool.elements());
        // What enters an XFRM interface is not encrypted yet, and cannot leave it otherwise.
        StringBuilder interfaces = new StringBuilder();
        for (String name : pool.interfaces()) {
            interfaces.append("\n        oifname \"").append(name).append("\" accept");
        }
        return anew + ShippedText.beside(GuardManifest.class, "ipsec-guard-table.nft")
                .replace("@networks@", networks).replace("@interfaces@", interfaces);
    }
}
