package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.BundleRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A password file is not below a path that machine configs own. */
public final class PasswordFileOutsideMachineConfig implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-S002",
            "A password file on the node lies outside what machine configs own",
            "the machine config daemon degrades a node on which somebody else changes its files, "
                    + "and whatever lies in a MachineConfig lies in Git (machine-config-operator, config "
                    + "drift monitor)");

    /** The certificates' folder, the script, and where ignition keeps what it wrote. */
    private static final List<String> OWNED =
            List.of("/etc/pki/certs", "/usr/local/bin/ipsec-addcert.sh", "/etc/machine-config-daemon",
                    "/var/lib/ipsec");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (BundleRef bundle : facts.spec().bundles()) {
            Optional<String> file = bundle.password().nodeFile();
            if (file.isPresent() && isBelow(file.get(), OWNED)) {
                findings.add(bundle.password().at("nodeFile"),
                        "the `nodeFile` '" + file.get() + "' lies where others keep their files",
                        "provision it elsewhere: `nodeFile: /etc/ipsec-passwords/<name>`");
            }
        }
    }

    /** Whether a path is one of the folders or below one, however it is written. */
    static boolean isBelow(String file, List<String> folders) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : file.split("/")) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        String path = "/" + String.join("/", names);
        for (String folder : folders) {
            if (path.equals(folder) || path.startsWith(folder + "/")) {
                return true;
            }
        }
        return false;
    }
}
