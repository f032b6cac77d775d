package io.github.ipsecmaven.policy.certificate;

import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import java.util.Optional;
import java.util.regex.Pattern;

/** A nickname goes through a list, a shell script, nmstate and ipsec.conf. */
public final class NicknameReadable implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-C037",
            "A friendly name is printable ASCII without spaces, quotes and colons",
            "a space breaks the connection where NetworkManager-libreswan 1.2.22 or older writes "
                    + "it, `\"` and other characters are refused by later ones, and NSS takes what precedes "
                    + "a colon for a token (measured)");

    private static final Pattern USABLE = Pattern.compile("[!-~&&[^\"'`\\\\:]]+");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (OpenedBundle bundle : facts.credentials().bundles().values()) {
            Optional<String> name = bundle.nickname();
            if (name.isPresent() && !isReadable(name.get())) {
                findings.add(bundle.reference().file().at(),
                        "the bundle '" + bundle.reference().file().shown() + "' has the friendly name '"
                                + printable(name.get()) + "'",
                        "make it again with `-name` and letters, digits, '.', '-' and '_'");
            }
        }
    }

    /** Whether a friendly name gets through all of these. */
    public static boolean isReadable(String name) {
        return USABLE.matcher(name).matches() && !name.startsWith("-");
    }

    private static String printable(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                text.append(String.format("\\u%04x", c));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }
}
