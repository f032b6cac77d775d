package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.pki.PasswordForm;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.BundleRef;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A private key goes into the output encrypted, or in a bundle whose password only the node has. */
public final class KeysSealed implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-S006",
            "Private keys are not written in clear",
            "the output is made to be committed: whoever reads the repository, or its history, could pose as the "
                    + "node; what was pushed once is out, whatever is deleted later");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** One finding for each line of the spec, however many nodes it speaks for. */
    @Override
    public void check(Facts facts, Findings findings) {
        if (facts.spec().encryption().isPresent()) {
            return;
        }
        Map<Position, Set<String>> inClear = new LinkedHashMap<>();
        for (BundleRef bundle : facts.spec().bundles()) {
            if (!isProtected(bundle, facts)) {
                inClear.computeIfAbsent(bundle.file().at().ownedBy(""), line -> new LinkedHashSet<>())
                        .add("'" + bundle.file().shown() + "'");
            }
        }
        inClear.forEach((line, bundles) -> findings.add(line,
                (bundles.size() == 1 ? "the private key in " : "the private keys in ") + named(bundles)
                        + " would be written in clear",
                "encrypt the output, for the public key that `age-keygen` prints:\n"
                        + "encryption: {sops: {age: [age1...]}}\n"
                        + "or accept it, with your reason:\n"
                        + "waivers: [{rule: IPSEC-S006, reason: \"...\"}]"));
    }

    private static boolean isProtected(BundleRef bundle, Facts facts) {
        return bundle.password().nodeFile().isPresent() && facts.credentials().bundle(bundle)
                .map(opened -> opened.content().passwordForm() == PasswordForm.GIVEN).orElse(true);
    }

    private static String named(Set<String> bundles) {
        String first = bundles.iterator().next();
        return bundles.size() == 1 ? first : first + " and " + (bundles.size() - 1) + " more";
    }
}
