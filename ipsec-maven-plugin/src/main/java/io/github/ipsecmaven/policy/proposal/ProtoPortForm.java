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
                    + "number alone was misread (libreswan issue 1031), and with the port %any at the remote "
                    + "it can only answer (\"EXPECTATION FAILED\", pluto 5.2, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (String name : List.of("leftprotoport", "rightprotoport")) {
            for (WrittenOption option : WrittenOption.named(facts.spec(), name)) {
                boolean chosenByRemote = name.startsWith("right") && option.text().endsWith("/%any");
                if (chosenByRemote || ProtoPort.parse(option.text()).isEmpty()) {
                    findings.add(option.at(), "`" + name + "` cannot be '" + option.text() + "'", mend(option.text()));
                }
            }
        }
    }

    private static String mend(String text) {
        String protocol = text.endsWith("/%any") ? text.substring(0, text.length() - "/%any".length()) : text;
        return protocol.matches("[0-9]{1,3}")
                ? "write the protocol's name, such as tcp, or `" + protocol + "/0` for any port"
                : "write tcp/2049, 6/2049, tcp, icmp or %any: a protocol's name or number, and a port's number";
    }
}
