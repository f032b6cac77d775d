package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.AlternativeNames;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.HostName;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Ipv4;
import io.github.ipsecmaven.spec.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A remote that pins a node's name finds it among the alternative names. */
public final class BundleNamesNode implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-C023",
            "The certificate of a node names the node's address",
            "the published procedure: left \"must match the SAN from your supplied PKCS#12 "
                    + "certificates\"; the node itself does not compare (measured), but a remote that pins "
                    + "the node's name refuses it");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Map.Entry<Node, OpenedBundle> identity : NodeIdentities.of(facts).entrySet()) {
            Optional<Certificate> certificate = identity.getValue().certificate();
            if (certificate.isPresent()) {
                check(identity.getKey(), identity.getValue(), certificate.get().facts().names(), findings);
            }
        }
    }

    private static void check(Node node, OpenedBundle bundle, AlternativeNames names, Findings findings) {
        String address = node.address().orElse("");
        boolean canBeNamed = Ipv4.isAddress(address) || HostName.fault(address).isEmpty();
        if (canBeNamed && !names.covers(address)) {
            List<String> all = names.all();
            findings.add(node.section().at("address"),
                    "the certificate in '" + bundle.reference().file().shown() + "' does not name '" + address
                            + "', the address of node '" + node.name() + "'; it "
                            + (all.isEmpty() ? "has no alternative name" : "names " + String.join(", ", all)),
                    "request a certificate with that alternative name, or write the `address` that it names");
        }
    }
}
