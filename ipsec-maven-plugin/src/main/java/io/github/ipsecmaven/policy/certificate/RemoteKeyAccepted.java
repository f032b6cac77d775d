package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.CertificateFacts;
import io.github.ipsecmaven.pki.KeyAlgorithm;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the node demands by `authby`, written or because of its own key, the remote's key has to be able to do. */
public final class RemoteKeyAccepted implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-C050",
            "The key of a remote signs as the node demands",
            "`authby` holds for both ends, and nmstate has no key for one of them: a node that signs "
                    + "with ECDSA refuses a remote that signs with RSA (\"peer authentication requires "
                    + "policy ECDSA\", pluto 4.10 and 5.2, measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Set<String> refused = new HashSet<>();
        for (Connection connection : facts.spec().tunnels()) {
            Optional<String> authby = authby(connection, facts);
            if (authby.isEmpty()) {
                continue;
            }
            Optional<CertificateFacts> remote = facts.credentials().certificateOf(connection.remote());
            if (remote.isPresent() && !accepts(authby.get(), remote.get().keyAlgorithm() == KeyAlgorithm.EC)
                    && refused.add(connection.remote().name())) {
                findings.add(connection.remote().certificate().orElseThrow().at(),
                        "the key of remote '" + connection.remote().name() + "' is "
                                + remote.get().keyAlgorithm().label() + ", but node '" + connection.node().name()
                                + "' demands `authby: " + authby.get() + "`",
                        "have one of the two certificates issued again, for a key of the other's kind; where the "
                                + "node's key is RSA, removing `authby` does as well");
            }
        }
    }

    /**
     * As it reaches libreswan; empty where libreswan's default is left, which accepts both kinds, and where the node's
     * own key cannot do what is written.
     */
    private static Optional<String> authby(Connection connection, Facts facts) {
        Optional<OpenedBundle> bundle = facts.credentials().identityOf(connection.node(), facts.spec());
        if (bundle.isEmpty()) {
            return Optional.empty();
        }
        boolean ecdsa = bundle.get().hasEcdsaKey();
        Optional<String> written = connection.options().text("authby");
        if (written.isPresent()) {
            return AuthbyFitsKey.fits(written.get(), ecdsa) ? written : Optional.empty();
        }
        return ecdsa ? Optional.of("ecdsa") : Optional.empty();
    }

    /** Methods that are no signature by a certificate's key at all are for another rule. */
    private static boolean accepts(String authby, boolean ecdsa) {
        boolean other = false;
        for (String method : authby.split(",")) {
            if (method.strip().startsWith(ecdsa ? "ecdsa" : "rsa")) {
                return true;
            }
            other |= method.strip().startsWith(ecdsa ? "rsa" : "ecdsa");
        }
        return !other;
    }
}
