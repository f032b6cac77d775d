package io.github.ipsecmaven.policy.proposal;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;

/** NetworkManager's defaults undo authby. */
public final class AuthbyKept implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-E007",
            "authby needs nm-auto-defaults: false",
            "from 1.2.26 on NetworkManager-libreswan drops `authby` beside certificates while its "
                    + "defaults are on: what is written here would not reach libreswan (shared/utils.c, "
                    + "measured)");

    private static final String FIRST_TO_DROP = "1.2.26";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        if (!facts.release().nodeSoftwareOf(facts.version().patch()).hasPlugin(FIRST_TO_DROP)) {
            return;
        }
        for (WrittenOption authby : WrittenOption.named(facts.spec(), "authby")) {
            if (!Boolean.FALSE.equals(authby.connection().tunnel().orElseThrow().options().get("nm-auto-defaults"))) {
                findings.add(authby.keyAt(), "`authby: " + authby.text() + "` is dropped on the node",
                        "add `nm-auto-defaults: false` beside it");
            }
        }
    }
}
