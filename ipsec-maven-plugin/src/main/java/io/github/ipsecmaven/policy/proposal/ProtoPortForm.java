package io.github.ipsecmaven.policy.proposal;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.WrittenOption;
import java.util.List;

/** A protocol and its port. */
public final class ProtoPortForm implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-E011",
            "A protoport is protocol/port",
            "nmstate accepts any text; libreswan refuses the connection, or protects something else: a "
                    + "number alone was misread (libreswan issue 1031)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (String name : List.of("leftprotoport", "rightprotoport")) {
            for (WrittenOption option : WrittenOption.named(facts.spec(), name)) {
                if (ProtoPort.parse(option.text()).isEmpty()) {
                    findings.add(option.at(), "`" + name + "` cannot be '" + option.text() + "'", mend(option.text()));
                }
            }
        }
    }

    private static String mend(String text) {
        return text.matches("[0-9]{1,3}")
                ? "write the protocol's name, such as tcp, or `" + text + "/%any`"
                : "write tcp/2049, 6/2049, icmp or %any: a protocol's name or number, and a port's number";
    }
}
