package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.AnchorFile;
import io.github.ipsecmaven.pki.PemBlock;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.FileRef;

/** certutil stumbles over what is not a plain certificate. */
public final class AnchorFileReadable implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C030",
            "The file of an anchor is nothing but plain PEM",
            "`certutil -A` fails on a byte order mark and on a TRUSTED CERTIFICATE "
                    + "(SEC_ERROR_BAD_DER, measured), and nothing is imported");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (AnchorFile anchor : facts.credentials().anchors()) {
            FileRef file = anchor.anchor().file();
            if (anchor.pem().byteOrderMark()) {
                findings.add(file.at(), "the file '" + file.shown() + "' begins with a byte order mark",
                        "save it without one: as UTF-8, not as UTF-8 with BOM");
            }
            for (PemBlock block : anchor.pem().otherBlocks()) {
                if (!block.isPrivateKey()) {
                    findings.add(file.at(),
                            "the file '" + file.shown() + "' holds a " + block.label() + " in line " + block.line(),
                            "write the plain certificate: `openssl x509 -in FILE -out NEW`");
                }
            }
        }
    }
}
