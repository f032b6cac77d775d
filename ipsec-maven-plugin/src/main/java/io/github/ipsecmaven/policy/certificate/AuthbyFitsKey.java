package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.NamedFiles;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.FileRef;
import io.github.ipsecmaven.spec.Section;
import java.util.Optional;

/** What `authby` demands has to be what the node's key can do. */
public final class AuthbyFitsKey implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C042",
            "The options of a tunnel let the node's key sign",
            "with an ECDSA key libreswan authenticates only where `authby` says ecdsa and nothing "
                    + "else, with an RSA key only where RSA is among it (pluto, measured); with "
                    + "`nm-auto-defaults` true NetworkManager drops `authby`");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** An option that some keys cannot live with. */
    private record Misfit(String option, boolean ecdsa, String mend) {}

    /** One finding for each option, however many nodes' keys it does not fit. */
    @Override
    public void check(Facts facts, Findings findings) {
        NamedFiles<Misfit> misfits = new NamedFiles<>();
        for (Connection connection : facts.spec().tunnels()) {
            Optional<OpenedBundle> bundle = facts.credentials().identityOf(connection.node(), facts.spec());
            if (bundle.isPresent()) {
                check(connection.options(), bundle.get().reference().file(), bundle.get().hasEcdsaKey(), misfits);
            }
        }
        for (NamedFiles.Line<Misfit> line : misfits.lines()) {
            Misfit misfit = line.common();
            findings.add(line.at(),
                    "`" + misfit.option() + "`, but " + line.counted("the key in ", "the keys in ") + line.shown()
                            + line.counted(" is ", " are ") + (misfit.ecdsa() ? "ECDSA" : "not ECDSA"),
                    misfit.mend());
        }
    }

    private static void check(Section options, FileRef bundle, boolean ecdsa, NamedFiles<Misfit> misfits) {
        Optional<String> authby = options.text("authby");
        if (authby.isPresent() && !fits(authby.get(), ecdsa)) {
            misfits.add(options.at("authby"), bundle, new Misfit("authby: " + authby.get(), ecdsa,
                    ecdsa ? "remove the line: `authby: ecdsa` is written by itself"
                            : "remove the line, or write `rsasig`"));
        }
        if (ecdsa && options.flag("nm-auto-defaults").orElse(false)) {
            misfits.add(options.at("nm-auto-defaults"), bundle, new Misfit("nm-auto-defaults: true", true,
                    "remove the line: `false` is written by itself"));
        }
    }

    /** Methods that are no signature by a certificate's key at all are for another rule. */
    static boolean fits(String authby, boolean ecdsa) {
        boolean onlyEcdsa = true;
        boolean someEcdsa = false;
        boolean someRsa = false;
        for (String method : authby.split(",")) {
            boolean isEcdsa = method.strip().startsWith("ecdsa");
            onlyEcdsa &= isEcdsa;
            someEcdsa |= isEcdsa;
            someRsa |= method.strip().startsWith("rsa");
        }
        return ecdsa ? onlyEcdsa || !someEcdsa && !someRsa : !onlyEcdsa;
    }
}
