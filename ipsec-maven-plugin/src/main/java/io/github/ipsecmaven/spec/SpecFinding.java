package io.github.ipsecmaven.spec;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.Severity;

/** Every message about a document that is the language but does not hang together. All are errors. */
public enum SpecFinding {
    NO_SUCH_SPEC("IPSEC-L030", "the spec cannot be read: %s",
            "check `ipsec.specs`, or write the file"),
    DEFAULTS_UNREADABLE("IPSEC-L031", "the defaults file '%s' cannot be used: %s",
            "check the path; it is relative to the folder of this file"),
    NOT_DEFAULTS("IPSEC-L032", "'%s' is of %s, but `extends` wants kind ClusterIPsecDefaults",
            "name a file of `kind: ClusterIPsecDefaults`"),
    CHAINED_DEFAULTS("IPSEC-L033", "a defaults file cannot extend another one",
            "write both into one file: there is one level, so that a reader finds a value in two files at most"),
    NOT_A_CLUSTER("IPSEC-L034", "this file holds defaults, not a cluster",
            "name the cluster's own file, which says `extends: %s`"),
    UNKNOWN_NODE("IPSEC-L035", "'%s' is not under `nodes`",
            "%2$sadd it under `nodes`"),
    NO_ADDRESS("IPSEC-L036", "the node '%s' has no address",
            "add `domain: <domain>` to `nodeDefaults`, or `address: <name or IPv4 address>` to the node"),
    NO_SUBNET("IPSEC-L037", "the remote '%s' has no subnet, and its address '%s' is no IPv4 address",
            "add a line `subnet: <IPv4 address>/32` with the address that the name stands for"),
    TWO_SUBNETS("IPSEC-L038", "'%s' has both `subnet` and `subnets`",
            "keep one: `subnets` makes one tunnel for each of its names"),
    SAME_POLICY("IPSEC-L039", "two connections have the policy name '%s': %s and %s",
            "give one of them a `policyName` of its own, under the remote's `nodes`"),
    UNKNOWN_PLACEHOLDER("IPSEC-L040", "'%s' is no placeholder",
            "the one placeholder is {node}, and it stands in `nodeDefaults`");

    private final String id;
    private final String message;
    private final String mend;

    SpecFinding(String id, String message, String mend) {
        this.id = id;
        this.message = message;
        this.mend = mend;
    }

    /** What users read about it. */
    public FindingInfo info() {
        return FindingInfo.error(id, message, why(), mend);
    }

    Diagnostic at(Position position, Object... arguments) {
        return new Diagnostic(id, Severity.ERROR, position, String.format(message, arguments), why(),
                String.format(mend, arguments));
    }

    private String why() {
        return this == NO_SUBNET
                ? "without it NetworkManager-libreswan would protect 0.0.0.0/0, and the node would lose its network "
                        + "(measured)"
                : "";
    }
}
