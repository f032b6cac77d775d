package io.github.ipsecmaven.policy.delivery;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Flux;
import java.util.Optional;

/** The GitRepository that is emitted is not the one that Flux itself lives on. */
public final class FluxKeepsItsSource implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-D009",
            "No GitRepository is emitted under the name of Flux's own",
            "`flux bootstrap` calls the source of Flux itself as its namespace is called, and gives it the Secret with the "
                    + "credentials; one of the same name would take its place without them, and Flux could fetch nothing any "
                    + "more (fluxcd/flux2, cmd/flux/bootstrap_git.go; kustomize-controller, server-side apply)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Optional<Flux> flux = facts.spec().delivery().flux();
        if (flux.isPresent() && flux.get().repoURL().isPresent() && flux.get().sourceRef().equals(flux.get().namespace())) {
            findings.add(facts.spec().section().section("delivery").section("flux").at("sourceRef"),
                    "the GitRepository '" + flux.get().sourceRef() + "' would take the place of Flux's own",
                    "leave `repoURL` out, where the trees are in the repository that Flux was bootstrapped from; else give the "
                            + "GitRepository a name of its own: `sourceRef: ipsec`");
        }
    }
}
