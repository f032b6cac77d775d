package io.github.ipsecmaven.policy.delivery;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Flux;
import java.util.Optional;

/** A GitRepository that is fetched over SSH names the Secret with the key. */
public final class FluxHasItsIdentity implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-D015",
            "A GitRepository over SSH names the Secret with its key",
            "Flux fetches nothing over SSH without a private key and known hosts, not even what everybody may read: \"invalid "
                    + "'ssh' auth option: 'identity' is required\" (fluxcd/pkg, git/options.go)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Optional<Flux> flux = facts.spec().delivery().flux();
        if (flux.isEmpty() || flux.get().secretRef().isPresent()
                || !flux.get().repoURL().orElse("").startsWith("ssh://")) {
            return;
        }
        findings.add(facts.spec().section().section("delivery").section("flux").at("repoURL"),
                "the GitRepository '" + flux.get().sourceRef() + "' is fetched over SSH, and has no key",
                "name a Secret in namespace '" + flux.get().namespace() + "' that holds `identity` and `known_hosts` (`flux "
                        + "create secret git` makes one), or write the https:// URL of a public repository\n"
                        + Lines.of("delivery", "flux", "secretRef: <name>"));
    }
}
