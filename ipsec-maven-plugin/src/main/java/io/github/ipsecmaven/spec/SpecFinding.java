package io.github.ipsecmaven.spec;

import static io.github.ipsecmaven.diagnostic.FindingTemplate.error;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.FindingTemplate;
import io.github.ipsecmaven.diagnostic.Position;

/** Every message about a document that is the language but does not hang together. All are errors. */
public enum SpecFinding {
    NO_SUCH_SPEC(error("IPSEC-L030", "the spec cannot be read: %s",
            "check `ipsec.specs`, or write the file")),
    DEFAULTS_UNREADABLE(error("IPSEC-L031", "the defaults file '%s' cannot be used: %s",
            "check the path; it is relative to the folder of this file")),
    NOT_DEFAULTS(error("IPSEC-L032", "'%s' is of %s, but `extends` wants kind ClusterIPsecDefaults",
            "name a file of `kind: ClusterIPsecDefaults`")),
    CHAINED_DEFAULTS(error("IPSEC-L033", "a defaults file cannot extend another one",
            "write both into one file: there is one level, so that a reader finds a value in two files at most")),
    NOT_A_CLUSTER(error("IPSEC-L034", "this file holds defaults, not a cluster",
            "name the cluster's own file, which says `extends: %s`")),
    UNKNOWN_NODE(error("IPSEC-L035", "'%s' is not under `nodes`",
            "%2$sadd it under `nodes`")),
    NO_ADDRESS(error("IPSEC-L036", "the node '%s' has no address",
            "add `domain: <domain>` to `nodeDefaults`, or `address: <name or IPv4 address>` to the node")),
    NO_SUBNET(error("IPSEC-L037", "the remote '%s' has no subnet, and its address '%s' is no IPv4 address",
            "without it NetworkManager-libreswan would protect 0.0.0.0/0, and the node would lose its network (measured)",
            "add a line `subnet: <IPv4 address>/32` with the address that the name stands for")),
    TWO_SUBNETS(error("IPSEC-L038", "'%s' has both `subnet` and `subnets`",
            "keep one: `subnets` makes one tunnel for each of its names")),
    SAME_POLICY(error("IPSEC-L039", "two connections have the policy name '%s': %s and %s",
            "give one of them a `policyName` of its own, under the remote's `nodes`; where remote and network "
                    + "are together called like another remote, rename one of them")),
    UNKNOWN_PLACEHOLDER(error("IPSEC-L040", "'%s' is no placeholder here",
            "the one placeholder is {node}, and it stands in `nodeDefaults`"));

    private final FindingTemplate template;

    SpecFinding(FindingTemplate template) {
        this.template = template;
    }

    /** What users read about it. */
    public FindingInfo info() {
        return template.info();
    }

    Diagnostic at(Position position, Object... arguments) {
        return template.at(position, arguments);
    }
}
