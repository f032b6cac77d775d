package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.BundleRef;
import java.util.List;
import java.util.Optional;

/** The import runs at every boot. */
public final class PasswordFileSurvivesReboot implements Rule {

    private static final RuleInfo INFO = RuleInfo.warning("IPSEC-S003",
            "A password file on the node survives a reboot",
            "the import runs at each boot and fails where the file is gone; whatever lies below "
                    + "/run, /tmp, /dev, /proc or /sys is (systemd, file-hierarchy(7))");

    private static final List<String> VOLATILE = List.of("/run", "/var/run", "/tmp", "/dev", "/proc", "/sys");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (BundleRef bundle : facts.spec().bundles()) {
            Optional<String> file = bundle.password().nodeFile();
            if (file.isPresent() && PasswordFileOutsideMachineConfig.isBelow(file.get(), VOLATILE)) {
                findings.add(bundle.password().at("nodeFile"),
                        "the `nodeFile` '" + file.get() + "' is gone after a reboot",
                        "provision it in /etc, such as `nodeFile: /etc/ipsec-passwords/<name>`");
            }
        }
    }
}
