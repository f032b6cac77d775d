package io.github.ipsecmaven.policy.identity;

import io.github.ipsecmaven.policy.DistinguishedName;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Ipv4;

/** An identity that no certificate could prove. */
public final class IdentityForm implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-I002",
            "An identity is @name, an IPv4 address, user@host or a distinguished name",
            "libreswan compares the identity with the names in the remote's certificate; another form "
                    + "is never equal to one, and authentication fails (ipsec.conf(5), leftid and "
                    + "require-id-on-certificate)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenIdentity identity : WrittenIdentity.writable(facts.spec())) {
            switch (identity.form()) {
                case NONE -> findings.add(identity.at(),
                        "the identity '" + identity.text() + "' " + reason(identity.text()), mend(identity.text()));
                case KEY_ID -> {
                    if (!identity.hasOption("require-id-on-certificate", false)) {
                        findings.add(identity.at(), "the identity '" + identity.text() + "' is a key id, which no "
                                + "certificate holds", "write a name that the remote's certificate holds, such as "
                                + "`\"@nas.example.com\"`");
                    }
                }
                default -> { }
            }
        }
    }

    private static String reason(String text) {
        if (text.startsWith("%")) {
            return "is nobody's";
        }
        if (text.startsWith("@")) {
            return "is no host name after its '@'";
        }
        return text.contains("=") ? "is no distinguished name that libreswan reads"
                : "is none of the forms that libreswan knows";
    }

    private static String mend(String text) {
        String rest = text.startsWith("@") ? text.substring(1) : text;
        if (Ipv4.isAddress(rest) || DistinguishedName.isOne(rest)) {
            return "write `" + rest + "`, without the '@', which marks host names";
        }
        if (rest.contains("=")) {
            return "write types that libreswan has names for, such as O, OU, DC or serialNumber, and `\\,` and `\\/` "
                    + "in their values";
        }
        return "write a name that the remote's certificate holds, such as `\"@nas.example.com\"`, "
                + "or leave the line out: the address is then the identity";
    }
}
