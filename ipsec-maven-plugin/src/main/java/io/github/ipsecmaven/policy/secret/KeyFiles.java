package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.pki.PasswordForm;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.spec.BundleRef;
import io.github.ipsecmaven.spec.FileRef;
import java.util.List;
import java.util.stream.Stream;

/** The files of a spec that give a private key to whoever reads them. */
public final class KeyFiles {

    private KeyFiles() {}

    /** The bundles without a password that only the node has, and the files with passwords. */
    public static List<FileRef> inClear(Facts facts) {
        Stream<FileRef> passwords = facts.spec().bundles().stream().flatMap(bundle -> bundle.password().file().stream());
        return Stream.concat(bundlesInClear(facts).stream(), passwords).distinct().toList();
    }

    static List<FileRef> bundlesInClear(Facts facts) {
        return facts.spec().bundles().stream()
                .filter(bundle -> !isProtected(bundle, facts)).map(BundleRef::file).toList();
    }

    private static boolean isProtected(BundleRef bundle, Facts facts) {
        return bundle.password().nodeFile().isPresent() && facts.credentials().bundle(bundle)
                .map(opened -> opened.content().passwordForm() == PasswordForm.GIVEN).orElse(true);
    }
}
