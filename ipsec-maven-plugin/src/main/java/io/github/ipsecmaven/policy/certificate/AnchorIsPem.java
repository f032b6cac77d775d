package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.AnchorFile;
import io.github.ipsecmaven.pki.PemFile;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.FileRef;

/** The published procedure wants PEM. */
public final class AnchorIsPem implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-C031",
            "The file of an anchor is PEM",
            "`certutil -A` takes DER as well (measured), but the file is named ca.pem on the "
                    + "nodes, the published procedure asks for PEM, and nobody can review a binary file");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (AnchorFile anchor : facts.credentials().anchors()) {
            if (anchor.pem().form() == PemFile.Form.DER) {
                FileRef file = anchor.anchor().file();
                findings.add(file.at(), "the file '" + file.shown() + "' is DER",
                        "convert it: `openssl x509 -inform der -in FILE -out NEW`");
            }
        }
    }
}
