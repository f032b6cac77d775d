package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.pki.PasswordForm;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.spec.BundleRef;
import io.github.ipsecmaven.spec.FileRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files of a spec that give a private key to whoever reads them. */
public final class KeyFiles {

    private KeyFiles() {}

    /** The bundles without a password that only the node has, and the files with passwords. */
    public static List<FileRef> inClear(Facts facts) {
        Set<FileRef> files = new LinkedHashSet<>(bundlesInClear(facts));
        for (BundleRef bundle : facts.spec().bundles()) {
            Optional<FileRef> password = bundle.password().file();
            if (password.isPresent()) {
                files.add(password.get());
            }
        }
        return List.copyOf(files);
    }

    static List<FileRef> bundlesInClear(Facts facts) {
        List<FileRef> files = new ArrayList<>();
        for (BundleRef bundle : facts.spec().bundles()) {
            if (!isProtected(bundle, facts)) {
                files.add(bundle.file());
            }
        }
        return files;
    }

    private static boolean isProtected(BundleRef bundle, Facts facts) {
        if (bundle.password().nodeFile().isEmpty()) {
            return false;
        }
        Optional<OpenedBundle> opened = facts.credentials().bundle(bundle);
        return opened.isEmpty() || opened.get().content().passwordForm() == PasswordForm.GIVEN;
    }
}
