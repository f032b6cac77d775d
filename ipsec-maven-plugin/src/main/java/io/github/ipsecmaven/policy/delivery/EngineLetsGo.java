package io.github.ipsecmaven.policy.delivery;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Delivery;

/** An engine that is no longer given a cluster keeps its own object, which somebody deletes. */
public final class EngineLetsGo implements Rule {

    private static final RuleInfo INFO = RuleInfo.note("IPSEC-D007",
            "What an engine had of a cluster is deleted when another engine, or none, takes over",
            "two engines would overwrite each other's network settings; what is deleted here takes nothing off the "
                    + "cluster with it (no finalizer, deletionPolicy Orphan, pruneObjectBehavior None)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.previous().isPresent()) {
            check(facts.previous().get(), facts.spec(), findings);
        }
    }

    private static void check(Inventory previous, ClusterSpec spec, Findings findings) {
        Delivery now = spec.delivery();
        String name = spec.name();
        boolean bySet = now.argocd().isPresent() && !now.argocd().get().onCluster();
        boolean byItself = now.argocd().isPresent() && now.argocd().get().onCluster();
        Former former = new Former(previous, spec, findings);
        former.letsGo("the ApplicationSet", "argocd/" + name + "/destination.yaml", bySet,
                "delete the Application `ipsec-" + name + "` where the ApplicationSet is");
        former.letsGo("the cluster's own Argo CD", "argocd/" + name + "/application/application.yaml", byItself,
                "delete the Application `ipsec-" + name + "` on the cluster");
        former.letsGo("Flux", "flux/" + name + "/kustomization.yaml", now.flux().isPresent(),
                "take the folder flux/" + name + " out of what Flux syncs");
        former.letsGo("Advanced Cluster Management", "acm/" + name + "/policy-generator.yaml", now.acm().isPresent(),
                "take the folder acm/" + name + " out of what the hub syncs, and see that its policies go");
    }

    private record Former(Inventory previous, ClusterSpec spec, Findings findings) {

        void letsGo(String engine, String file, boolean stays, String mend) {
            if (previous.files().containsKey(file) && !stays) {
                findings.add(spec.section().keyAt("delivery"),
                        engine + " is no longer given cluster '" + spec.name() + "'", mend);
            }
        }
    }
}
