package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.CertificateFacts;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import java.util.Optional;

/** A pinned identity has to be in the certificate that proves it. */
public final class RemoteIdentityCertified implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-C044",
            "The certificate of a remote holds the identity that is pinned",
            "libreswan demands that the certificate holds the identity "
                    + "(`require-id-on-certificate`, on by default) and refuses the remote otherwise "
                    + "(pluto, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Connection connection : facts.spec().tunnels()) {
            Optional<CertificateFacts> certificate = facts.credentials().certificateOf(connection.remote());
            if (certificate.isPresent() && connection.options().flag("require-id-on-certificate").orElse(true)) {
                check(connection, certificate.get(), findings);
            }
        }
    }

    private static void check(Connection connection, CertificateFacts certificate, Findings findings) {
        String identity = connection.tunnel().orElseThrow().identity();
        Optional<String> name = name(identity);
        if (name.isPresent() && !certificate.names().covers(name.get())) {
            findings.add(connection.section().at(connection.section().has("identity") ? "identity" : "address"),
                    "the certificate of remote '" + connection.remote().name() + "' does not hold the identity '"
                            + identity + "'; it names " + shown(certificate),
                    "write the `identity` that it names, such as \"@nas.example.com\", or have it issued again");
        }
    }

    /** The host that an identity is; empty for other kinds of identity, which are not compared here. */
    static Optional<String> name(String identity) {
        String name = identity.startsWith("@") ? identity.substring(1) : identity;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '-') {
                return Optional.empty();
            }
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /** The names in a certificate, for people. */
    static String shown(CertificateFacts certificate) {
        return certificate.names().all().isEmpty() ? "nothing" : String.join(", ", certificate.names().all());
    }
}
