package io.github.ipsecmaven.policy.delivery;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Delivery;
import io.github.ipsecmaven.spec.RepositoryPath;
import io.github.ipsecmaven.spec.Section;
import java.util.Optional;

/** An engine looks for the trees where Git keeps them. */
public final class EngineFindsTheTree implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-D008",
            "An engine looks for the trees where they lie in the repository",
            "an ApplicationSet whose pattern matches no file makes no Application and reports nothing (Argo CD, Git "
                    + "generator), and Flux finds no such folder (kustomize-controller)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Optional<String> place = facts.repositoryPath();
        if (place.isEmpty()) {
            return;
        }
        Delivery delivery = facts.spec().delivery();
        Section section = facts.spec().section().section("delivery");
        if (delivery.argocd().isPresent()) {
            check("Argo CD", "argocd", delivery.argocd().get().path(), place.get(), section, findings);
        }
        if (delivery.flux().isPresent()) {
            check("Flux", "flux", delivery.flux().get().path(), place.get(), section, findings);
        }
    }

    private static void check(String engine, String key, RepositoryPath path, String place, Section delivery,
            Findings findings) {
        if (!path.text().equals(place)) {
            findings.add(delivery.section(key).at("path"),
                    engine + " looks for the trees in '" + path.text() + "', and they lie in '" + place
                            + "' of their repository",
                    "write the path; or waive this, where another repository is synced\n"
                            + Lines.of("delivery", key, "path: " + place));
        }
    }
}
