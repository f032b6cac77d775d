package io.github.ipsecmaven.limits;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.ClusterSpec;
import java.util.ArrayList;
import java.util.List;

/** Every limit, sorted by id, and the check of all of them. */
public final class Limits {

    public static final List<Limit> ALL = List.of(
            new RenderedConfigFits(), // M010
            new RenderedConfigSmall(), // M011
            new AppliedByClients()); // M012

    /** What is said about each limit. */
    public static final List<RuleInfo> INFOS = infos();

    private Limits() {}

    private static List<RuleInfo> infos() {
        List<RuleInfo> infos = new ArrayList<>();
        for (Limit limit : ALL) {
            infos.add(limit.info());
        }
        return infos;
    }

    /** Adds the findings of all limits. */
    public static void check(ClusterSpec spec, List<Manifest> objects, Diagnostics diagnostics) {
        Rendered rendered = new Rendered(spec, objects, PoolSizes.of(spec, objects));
        for (Limit limit : ALL) {
            limit.check(rendered, new Findings(limit.info(), diagnostics));
        }
    }
}
