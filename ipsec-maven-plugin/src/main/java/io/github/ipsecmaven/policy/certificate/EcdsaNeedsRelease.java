package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.openshift.Availability;
import io.github.ipsecmaven.openshift.LibreswanOptions;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** ECDSA needs two options, of which one is young. */
public final class EcdsaNeedsRelease implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-C041",
            "An ECDSA key needs a release that has nm-auto-defaults",
            "libreswan offers RSA even with an ECDSA key unless `authby` says ecdsa, and "
                    + "NetworkManager-libreswan from 1.2.26 on drops `authby` beside a certificate unless "
                    + "`nm-auto-defaults` is false (measured); both are written for a node with such a key");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Availability availability = LibreswanOptions.availableFrom(
                LibreswanOptions.find("nm-auto-defaults").orElseThrow(), facts.version());
        if (availability.in(facts.version()) == Availability.Answer.YES) {
            return;
        }
        for (OpenedBundle bundle : NodeIdentities.of(facts).values()) {
            if (bundle.hasEcdsaKey()) {
                findings.add(bundle.reference().file().at(),
                        "the key in '" + bundle.reference().file().shown() + "' is ECDSA, and OpenShift "
                                + facts.version() + " may lack `nm-auto-defaults`",
                        "use an RSA key; the option is there " + availability.describe(facts.version()));
            }
        }
    }
}
