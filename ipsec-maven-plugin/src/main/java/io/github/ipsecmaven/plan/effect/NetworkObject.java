package io.github.ipsecmaven.plan.effect;

import io.github.ipsecmaven.plan.Comparison;
import io.github.ipsecmaven.plan.Subject;
import io.github.ipsecmaven.previous.PastObject;

/** Network/cluster, which every tree has. */
final class NetworkObject {

    static final String KIND = "Network";

    private NetworkObject() {}

    static Subject of(Comparison comparison) {
        PastObject network = comparison.single(KIND).orElseThrow();
        return comparison.isFirst() ? Subject.added(network) : Subject.changed(network);
    }
}
