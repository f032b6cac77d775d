package io.github.ipsecmaven.policy.proposal;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;
import java.util.Optional;

/** Both ends of a flow have the same protocol. */
public final class ProtoPortOnBothSides implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-E012",
            "leftprotoport and rightprotoport come together, with one protocol",
            "the traffic selectors of the two ends would contradict each other, and the remote refuses "
                    + "them: TS_UNACCEPTABLE (libreswan issue 978)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        check("leftprotoport", "rightprotoport", facts, findings);
        check("rightprotoport", "leftprotoport", facts, findings);
    }

    private static void check(String name, String other, Facts facts, Findings findings) {
        for (WrittenOption option : WrittenOption.named(facts.spec(), name)) {
            Object opposite = option.connection().tunnel().orElseThrow().options().get(other);
            Optional<ProtoPort> own = ProtoPort.parse(option.text());
            if (opposite == null) {
                String anyPort = own.filter(parsed -> parsed.protocol() > 0).isEmpty() ? ""
                        : ", `" + option.text().split("/", -1)[0] + "/0` for any port";
                findings.add(option.keyAt(), "`" + name + "` without `" + other + "`",
                        "add `" + other + "` with the same protocol" + anyPort);
                continue;
            }
            Optional<ProtoPort> theirs = ProtoPort.parse(opposite.toString());
            if (name.startsWith("right") && own.isPresent() && theirs.isPresent()
                    && own.get().protocol() != theirs.get().protocol()) {
                findings.add(option.at(), "`" + name + ": " + option.text() + "` and `" + other + ": " + opposite
                        + "` differ in their protocol", "write the same protocol on both sides");
            }
        }
    }
}
