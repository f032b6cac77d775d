package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.AnchorFile;
import io.github.ipsecmaven.pki.PemBlock;
import io.github.ipsecmaven.pki.PemFile;
import io.github.ipsecmaven.pki.RemoteCertificate;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.FileRef;

/** A public file holds no private key. */
public final class NoKeyInPublicFile implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C048",
            "The file of an anchor or of a remote's certificate holds no private key",
            "the file lies in Git in clear text, and `certutil -A` fails where the key comes "
                    + "first (measured)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (AnchorFile anchor : facts.credentials().anchors()) {
            check(anchor.anchor().file(), anchor.pem(), findings);
        }
        for (RemoteCertificate remote : facts.credentials().remoteCertificates()) {
            check(remote.remote().certificate().orElseThrow(), remote.pem(), findings);
        }
    }

    private static void check(FileRef file, PemFile pem, Findings findings) {
        for (PemBlock block : pem.otherBlocks()) {
            if (block.isPrivateKey()) {
                findings.add(file.at(),
                        "the file '" + file.shown() + "' holds a private key in line " + block.line(),
                        "remove the key from the file; once it was committed, make a new one: Git forgets nothing");
                return;
            }
        }
    }
}
