package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.NamedFiles;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;

/** An authority may limit how many others stand below it. */
public final class PathLengthAllows implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C052",
            "No chain is longer than an authority of it allows",
            "the other end refuses a chain with more authorities below one than the path length in its "
                    + "basicConstraints (SEC_ERROR_PATH_LEN_CONSTRAINT_INVALID; NSS, measured; RFC 5280, section 4.2.1.9)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** One finding for each line of the spec and each authority, however many nodes have it in their chains. */
    @Override
    public void check(Facts facts, Findings findings) {
        NamedFiles<String> tooLong = new NamedFiles<>();
        for (Chains.Led led : new Chains(facts).all()) {
            int below = 0;
            for (Certificate issuer : led.chain().issuers()) {
                int allowed = issuer.facts().extensions().pathLength();
                if (below > allowed) {
                    tooLong.add(led.file(), below + " intermediate authorities below '" + issuer.facts().subject()
                            + "', which allows " + allowed);
                }
                below += issuer.facts().isSelfIssued() ? 0 : 1;
            }
        }
        for (NamedFiles.Line<String> chains : tooLong.lines()) {
            findings.add(chains.at(),
                    chains.counted("the chain of the certificate in ", "the chains of the certificates in ")
                            + chains.shown() + chains.counted(" has ", " have ") + chains.common(),
                    "request a certificate that this authority, or one that it allows, has signed");
        }
    }
}
