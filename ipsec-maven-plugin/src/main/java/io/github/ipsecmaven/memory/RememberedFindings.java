package io.github.ipsecmaven.memory;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.diagnostic.Suppression;
import io.github.ipsecmaven.proof.Words;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The findings of a cluster, those that were accepted too, as facts of a proof, both ways. */
final class RememberedFindings {

    private RememberedFindings() {}

    static void put(Map<String, String> facts, Diagnostics findings) {
        List<Diagnostic> all = findings.all();
        for (int i = 0; i < all.size(); i++) {
            facts.put("finding " + i, words(all.get(i)).line());
        }
        List<Suppression> accepted = findings.suppressions();
        for (int i = 0; i < accepted.size(); i++) {
            Suppression each = accepted.get(i);
            facts.put("accepted " + i, RememberedPositions.put(words(each.diagnostic()), each.by())
                    .put(each.reason()).put(each.until()).line());
        }
    }

    private static Words words(Diagnostic finding) {
        return RememberedPositions.put(Words.none(), finding.position()).put(finding.rule())
                .put(finding.severity().name()).put(finding.message()).put(finding.why()).put(finding.mend());
    }

    static Diagnostics of(Map<String, String> facts, RememberedPositions positions) throws IOException {
        Diagnostics findings = new Diagnostics();
        for (int i = 0; facts.containsKey("finding " + i); i++) {
            findings.add(finding(Words.of(facts.get("finding " + i)), positions));
        }
        for (int i = 0; facts.containsKey("accepted " + i); i++) {
            Words words = Words.of(facts.get("accepted " + i));
            Diagnostic finding = finding(words, positions);
            Position by = positions.position(words);
            findings.suppress(new Suppression(finding, words.text(), words.optional(), by));
        }
        return findings;
    }

    private static Diagnostic finding(Words words, RememberedPositions positions) throws IOException {
        Position at = positions.position(words);
        return new Diagnostic(words.text(), words.constant(Severity.class), at, words.text(), words.text(), words.text());
    }
}
