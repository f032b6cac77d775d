package io.github.ipsecmaven.policy.proposal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A protocol with or without a port: {@code leftprotoport}.
 *
 * @param protocol its IANA number; 0 for any
 */
record ProtoPort(int protocol) {

    private static final Pattern FORM =
            Pattern.compile("([a-z][-a-z0-9]*|[1-9][0-9]{0,2})(?:/([0-9]{1,5}|%any))?");

    // Those of /etc/protocols that carry something between hosts; any other can be written as a number.
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("icmp", 1), Map.entry("igmp", 2), Map.entry("tcp", 6), Map.entry("udp", 17),
            Map.entry("dccp", 33), Map.entry("gre", 47), Map.entry("esp", 50), Map.entry("ah", 51),
            Map.entry("ospf", 89), Map.entry("ipip", 94), Map.entry("pim", 103), Map.entry("vrrp", 112),
            Map.entry("l2tp", 115), Map.entry("sctp", 132), Map.entry("udplite", 136));

    /** Reads a value; empty where libreswan might not. Names of ports depend on the node and are not read. */
    static Optional<ProtoPort> parse(String text) {
        if (text.equals("%any")) {
            return Optional.of(new ProtoPort(0));
        }
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        boolean number = Character.isDigit(form.group(1).charAt(0));
        // A number alone was misread until libreswan 4.10 (libreswan issue 1031).
        if (number && form.group(2) == null) {
            return Optional.empty();
        }
        int protocol = number ? Integer.parseInt(form.group(1)) : NUMBERS.getOrDefault(form.group(1), -1);
        boolean port = form.group(2) == null || form.group(2).equals("%any")
                || Integer.parseInt(form.group(2)) <= 65535;
        return protocol > 0 && protocol <= 255 && port ? Optional.of(new ProtoPort(protocol)) : Optional.empty();
    }
}
