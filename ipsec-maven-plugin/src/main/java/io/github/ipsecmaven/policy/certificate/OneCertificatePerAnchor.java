package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.AnchorFile;
import io.github.ipsecmaven.pki.RemoteCertificate;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Lines;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.FileRef;
import java.util.ArrayList;
import java.util.List;

/** certutil imports the first certificate of a file only. */
public final class OneCertificatePerAnchor implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C029",
            "The file of an anchor holds one certificate, that of a remote at least one",
            "of several certificates in one file `certutil -A` imports the first and says nothing "
                    + "(measured); an empty file fails the import");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (AnchorFile anchor : facts.credentials().anchors()) {
            int count = anchor.pem().certificates().size();
            // A file with another kind of block is AnchorFileReadable's, and one with a key NoKeyInPublicFile's.
            if (count > 1 || count == 0 && anchor.pem().otherBlocks().isEmpty()) {
                findings.add(anchor.anchor().file().at(),
                        "the file '" + anchor.anchor().file().shown() + "' holds " + count + " certificates",
                        count == 0 ? "write the anchor's certificate into it" : "write one file for each, and "
                                + Lines.below(new String[] {"ca"}, names(count)));
            }
        }
        for (RemoteCertificate remote : facts.credentials().remoteCertificates()) {
            if (remote.pem().certificates().isEmpty()) {
                FileRef file = remote.remote().certificate().orElseThrow();
                findings.add(file.at(), "the file '" + file.shown() + "' holds no certificate",
                        "write the remote's certificate into it, or remove the line `certificate`");
            }
        }
    }

    private static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            names.add("root-" + number + ": certs/root-" + number + ".pem");
        }
        return names;
    }
}
