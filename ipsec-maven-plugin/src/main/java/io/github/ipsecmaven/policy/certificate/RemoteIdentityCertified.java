package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.CertificateFacts;
import io.github.ipsecmaven.policy.DistinguishedName;
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
        boolean named = name.isEmpty() || certificate.names().covers(name.get());
        if (!named || !isSubject(identity, certificate)) {
            findings.add(connection.section().at(connection.section().has("identity") ? "identity" : "address"),
                    "the certificate of remote '" + connection.remote().name() + "' does not hold the identity '"
                            + identity + "'; it names "
                            + (named ? "'" + certificate.subject() + "'" : shown(certificate)),
                    "write the `identity` that it names, such as \"@nas.example.com\", or have it issued again");
        }
    }

    /**
     * Whether a distinguished name fits a certificate as libreswan has it: each part stands in the subject, in whatever
     * order and case (pluto 4.10 and 5.2, measured). Other kinds of identity pass.
     */
    private static boolean isSubject(String identity, CertificateFacts certificate) {
        Optional<DistinguishedName> name = identity.startsWith("@") || identity.startsWith("%")
                ? Optional.empty() : DistinguishedName.parse(identity);
        if (name.isPresent()) {
            for (DistinguishedName.Part part : name.get().parts()) {
                if (!holds(certificate, part)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A type without an object identifier, and a value in hex, are not compared. */
    private static boolean holds(CertificateFacts certificate, DistinguishedName.Part wanted) {
        if (!Character.isDigit(wanted.type().charAt(0))) {
            return true;
        }
        for (var part : certificate.subjectName().parts()) {
            boolean comparable = part.text().isPresent() && !wanted.isWildcard() && !wanted.value().startsWith("#");
            if (part.type().equals(wanted.type())
                    && (!comparable || spaced(part.text().get()).equalsIgnoreCase(spaced(wanted.value())))) {
                return true;
            }
        }
        return false;
    }

    private static String spaced(String value) {
        return value.strip().replaceAll("\\s+", " ");
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
