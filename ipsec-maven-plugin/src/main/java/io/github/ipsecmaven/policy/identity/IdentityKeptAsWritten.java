package io.github.ipsecmaven.policy.identity;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** NetworkManager takes every identity that is not marked for a host name. */
public final class IdentityKeptAsWritten implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-I004",
            "A distinguished name or mail address needs nm-auto-defaults: false",
            "with its defaults on, NetworkManager-libreswan puts an @ before it, and libreswan looks "
                    + "for a host of that name (properties/nm-libreswan-editor-plugin, shared/utils.c)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (WrittenIdentity identity : WrittenIdentity.writable(facts.spec())) {
            boolean name = identity.form() == WrittenIdentity.Form.DISTINGUISHED_NAME;
            boolean altered = name || identity.form() == WrittenIdentity.Form.MAIL;
            if (altered && !identity.hasOption("nm-auto-defaults", false)) {
                findings.add(identity.at(),
                        "the identity '" + identity.text() + "' is a " + (name ? "distinguished name" : "mail address")
                                + ", and NetworkManager would mark it as a host name",
                        "add `nm-auto-defaults: false` under `libreswan`, or write a host name that the remote's "
                                + "certificate holds, `\"@name\"`");
            }
        }
    }
}
