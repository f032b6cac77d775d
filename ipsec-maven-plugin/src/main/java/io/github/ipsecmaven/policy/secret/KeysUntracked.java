package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.FileRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A bundle, or the file with its password, that a commit holds is everybody's who can read the repository. */
public final class KeysUntracked implements Rule {

    private static final RuleInfo INFO = RuleInfo.error("IPSEC-S010",
            "Git tracks no private key in clear",
            "whoever reads the repository, or a clone of it, can use the key, however well the output is encrypted; history "
                    + "keeps it, whatever is deleted later");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** One finding for each line of the spec, however many files it names. */
    @Override
    public void check(Facts facts, Findings findings) {
        List<FileRef> tracked = new ArrayList<>(KeyFiles.inClear(facts));
        tracked.retainAll(facts.tracked());
        for (Map.Entry<Position, Set<String>> named : NamedFiles.byLine(tracked).entrySet()) {
            Set<String> files = named.getValue();
            findings.add(named.getKey(), "Git tracks " + NamedFiles.shown(files) + " in clear", mend(files));
        }
    }

    private static String mend(Set<String> files) {
        return "run `git rm --cached " + files.iterator().next() + "`" + (files.size() == 1 ? "" : " and so for the others")
                + ", add it to .gitignore, and replace the key where a commit has it already;\n"
                + "or accept it, with your reason:\n"
                + "waivers: [{rule: IPSEC-S010, reason: \"...\"}]";
    }
}
