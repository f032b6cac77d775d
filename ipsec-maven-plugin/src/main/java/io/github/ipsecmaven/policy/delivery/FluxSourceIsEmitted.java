package io.github.ipsecmaven.policy.delivery;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Flux;
import io.github.ipsecmaven.spec.Section;
import java.util.List;
import java.util.Optional;

/** What is said of the GitRepository is said of one of our making. */
public final class FluxSourceIsEmitted implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-D016",
            "Branch and credentials are those of a GitRepository that is emitted",
            "without `repoURL` no GitRepository is written, and Flux follows the branch, with the credentials, that the "
                    + "existing one names (source-controller, GitRepository)");

    private static final List<String> OF_THE_EMITTED = List.of("secretRef", "branch");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Optional<Flux> flux = facts.spec().delivery().flux();
        if (flux.isEmpty() || flux.get().repoURL().isPresent()) {
            return;
        }
        Section section = facts.spec().section().section("delivery").section("flux");
        for (String key : OF_THE_EMITTED) {
            if (section.has(key)) {
                findings.add(section.keyAt(key),
                        "`" + key + "` says nothing of the GitRepository '" + flux.get().sourceRef() + "', which exists already",
                        "leave it out; or add `repoURL`, where the GitRepository is to be written here");
            }
        }
    }
}
