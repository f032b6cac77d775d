package io.github.ipsecmaven.policy.connection;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Ipv6;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Ipv4;
import io.github.ipsecmaven.spec.Ipv4Network;
import java.util.OptionalLong;

/** A network is one IPv4 network, with its mask. */
public final class NetworkForm implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-A009",
            "A network is written a.b.c.d/n",
            "nmstate accepts any text; libreswan 4 refuses a network without a mask, and no release "
                    + "takes a list here as nmstate writes it (measured)");

    private static final long ALL_BITS = 0xFFFFFFFFL;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenNetwork network : WrittenNetwork.of(facts.spec())) {
            if (network.network().isEmpty() && !Ipv6.isMeantBy(network.text())) {
                findings.add(network.at(), "'" + network.text() + "' is no IPv4 network", mend(network));
            }
        }
    }

    private static String mend(WrittenNetwork network) {
        String text = network.text();
        if (Ipv4.isAddress(text)) {
            return "add the mask: `" + text + "/32` is the host alone";
        }
        String tight = text.replace(" ", "");
        if (Ipv4Network.parse(tight).isPresent()) {
            return "write `" + tight + "`";
        }
        if (text.indexOf(',') >= 0 || text.indexOf(' ') >= 0) {
            return network.local()
                    ? "write one network" : "write each network below `subnets`, under a name of its own";
        }
        int slash = text.indexOf('/');
        int bits = slash < 0 ? -1 : maskBits(text.substring(slash + 1));
        return bits >= 0 && Ipv4.isAddress(text.substring(0, slash))
                ? "write `" + text.substring(0, slash) + "/" + bits + "`"
                : "write a network such as 10.1.0.0/16, or a host such as 10.1.2.3/32";
    }

    /** How many bits a mask in dotted form has, or -1 where it is none. */
    private static int maskBits(String dotted) {
        OptionalLong mask = Ipv4.parse(dotted);
        if (mask.isEmpty()) {
            return -1;
        }
        int bits = Long.bitCount(mask.getAsLong());
        return mask.getAsLong() == (ALL_BITS << (32 - bits) & ALL_BITS) ? bits : -1;
    }
}
