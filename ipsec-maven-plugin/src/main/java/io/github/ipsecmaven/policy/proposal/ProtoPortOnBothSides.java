package io.github.ipsecmaven.policy.proposal;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;
import java.util.Map;
import java.util.Optional;

/** Both ends of a flow have the same protocol. */
public final class ProtoPortOnBothSides implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-E012",
            "leftprotoport and rightprotoport come together, with one protocol",
            "the traffic selectors of the two ends would contradict each other, and the remote refuses "
                    + "them: TS_UNACCEPTABLE (libreswan issue 978)");

    private static final Map<String, String> OTHERS =
            Map.of("leftprotoport", "rightprotoport", "rightprotoport", "leftprotoport");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        OTHERS.forEach((name, other) -> {
            for (WrittenOption option : WrittenOption.named(facts.spec(), name)) {
                Object opposite = option.connection().tunnel().orElseThrow().options().get(other);
                Optional<ProtoPort> own = ProtoPort.parse(option.text());
                if (opposite == null) {
                    String anyPort = own.filter(parsed -> parsed.protocol() > 0).isEmpty() ? ""
                            : ", `" + option.text().split("/", -1)[0] + "/%any` for any port";
                    findings.add(option.keyAt(), "`" + name + "` without `" + other + "`",
                            "add `" + other + "` with the same protocol" + anyPort);
                    continue;
                }
                Optional<ProtoPort> theirs = ProtoPort.parse(opposite.toString());
                if (name.startsWith("right") && own.isPresent() && theirs.isPresent() && !own.equals(theirs)) {
                    findings.add(option.at(), "`" + name + ": " + option.text() + "` and `" + other + ": " + opposite
                            + "` differ in their protocol", "write the same protocol on both sides");
                }
            }
        });
    }
}
