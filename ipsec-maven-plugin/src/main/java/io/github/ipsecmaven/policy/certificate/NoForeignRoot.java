package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.BundleCertificate;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.NamedFiles;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A root in a bundle is trusted, so it has to be one of the anchors. */
public final class NoForeignRoot implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C011",
            "A bundle holds no root that is not among the anchors",
            "libreswan trusts every self-signed authority of its database, also one that only "
                    + "travelled in a bundle (pluto, measured); the import on the node refuses such a "
                    + "bundle");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** One finding for each line of the spec and each root, however many bundles hold it. */
    @Override
    public void check(Facts facts, Findings findings) {
        NamedFiles<Certificate> byRoot = new NamedFiles<>();
        Set<Certificate> anchors = new HashSet<>(facts.credentials().anchorCertificates());
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            Optional<Certificate> own = bundle.certificate();
            for (BundleCertificate entry : bundle.content().certificates()) {
                Certificate certificate = entry.certificate();
                boolean isOwn = own.isPresent() && own.get().equals(certificate);
                if (!isOwn && certificate.facts().isSelfIssued() && !anchors.contains(certificate)) {
                    byRoot.add(bundle.reference().file(), certificate);
                }
            }
        }
        for (NamedFiles.Line<Certificate> holding : byRoot.lines()) {
            findings.add(holding.at(),
                    holding.counted("the bundle ", "the bundles ") + holding.shown()
                            + holding.counted(" holds", " hold") + " the root '"
                            + holding.common().facts().subject() + "', which `ca` does not name",
                    "make the bundle again without it, or name its file under `ca` if it is to be trusted");
        }
    }
}
