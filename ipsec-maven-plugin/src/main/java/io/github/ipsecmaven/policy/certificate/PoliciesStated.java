package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.NamedFiles;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.ArrayList;
import java.util.List;

/** A chain states the policies that a certificate of it demands. */
public final class PoliciesStated implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C053",
            "A chain states certificate policies where one of it demands them",
            "the other end refuses a chain that has to state policies and in which a certificate below the root states "
                    + "none (SEC_ERROR_POLICY_VALIDATION_FAILED; NSS, measured; RFC 5280, section 4.2.1.11)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** One finding for each line of the spec and each authority, however many nodes have it in their chains. */
    @Override
    public void check(Facts facts, Findings findings) {
        NamedFiles<String> unstated = new NamedFiles<>();
        for (Chains.Led led : new Chains(facts).all()) {
            if (!led.certificate().facts().selfSigned()) {
                check(led, unstated);
            }
        }
        for (NamedFiles.Line<String> chains : unstated.lines()) {
            findings.add(chains.at(),
                    chains.counted("the chain of the certificate in ", "the chains of the certificates in ")
                            + chains.shown() + chains.counted(" does", " do")
                            + " not state the certificate policies that '" + chains.common() + "' demands",
                    "request a certificate with certificate policies from authorities that state theirs, or have that "
                            + "one issued without requireExplicitPolicy");
        }
    }

    /** The root's own demand is not asked for (NSS, measured). */
    private static void check(Chains.Led led, NamedFiles<String> unstated) {
        List<Certificate> path = new ArrayList<>(List.of(led.certificate()));
        path.addAll(led.chain().intermediates());
        boolean stated = true;
        for (Certificate certificate : path) {
            stated &= certificate.facts().extensions().policies();
        }
        int below = 0;
        for (Certificate certificate : path) {
            if (!stated && certificate.facts().extensions().explicitPolicy() <= below) {
                unstated.add(led.file(), certificate.facts().subject());
            }
            below += certificate.facts().isSelfIssued() ? 0 : 1;
        }
    }
}
