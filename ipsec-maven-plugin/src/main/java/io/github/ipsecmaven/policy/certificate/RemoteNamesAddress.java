package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.CertificateFacts;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Tunnel;
import java.util.Optional;

/** The remote's certificate should name the remote's address. */
public final class RemoteNamesAddress implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-C043",
            "The certificate of a remote names the remote's address",
            "the published procedure: right \"should match the SAN\"; libreswan compares the "
                    + "identity, not the address (measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Connection connection : facts.spec().tunnels()) {
            Tunnel tunnel = connection.tunnel().orElseThrow();
            boolean pinned = RemoteIdentityCertified.name(tunnel.identity()).equals(Optional.of(tunnel.right()));
            Optional<CertificateFacts> certificate = facts.credentials().certificateOf(connection.remote());
            if (certificate.isPresent() && !pinned && !certificate.get().names().covers(tunnel.right())) {
                findings.add(connection.section().at("address"),
                        "the certificate of remote '" + connection.remote().name() + "' does not name '"
                                + tunnel.right() + "'; it names " + RemoteIdentityCertified.shown(certificate.get()),
                        "have the remote's certificate issued with that name");
            }
        }
    }
}
