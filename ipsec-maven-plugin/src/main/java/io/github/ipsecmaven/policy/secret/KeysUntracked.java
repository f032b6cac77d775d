package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.NamedFiles;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.FileRef;
import java.util.ArrayList;
import java.util.List;

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
        for (NamedFiles.Line<String> named : NamedFiles.byLine(tracked)) {
            findings.add(named.at(), "Git tracks " + named.shown() + " in clear", mend(named));
        }
    }

    private static String mend(NamedFiles.Line<String> named) {
        return "run `git rm --cached " + named.files().iterator().next() + "`"
                + named.counted("", " and so for the others")
                + ", add it to .gitignore, and replace the key where a commit has it already;\n"
                + "or accept it, with your reason:\n"
                + "waivers: [{rule: IPSEC-S010, reason: \"...\"}]";
    }
}
