package io.github.ipsecmaven.policy.lifecycle;

import io.github.ipsecmaven.previous.Inventory.PastConnection;
import io.github.ipsecmaven.spec.Connection;

/** What the rules about connections of the last tree have in common. */
final class Vanishing {

    static final String WHY = "deleting a NodeNetworkConfigurationPolicy leaves its tunnel up, and nothing would ever "
            + "take it down (kubernetes-nmstate, measured)";

    private Vanishing() {}

    /** Whether both are between the same ends. */
    static boolean isSame(Connection now, PastConnection past) {
        return now.node().name().equals(past.node())
                && now.remote().name().equals(past.remote())
                && now.network().equals(past.network());
    }
}
