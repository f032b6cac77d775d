package io.github.ipsecmaven;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.diagnostic.Suppression;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The findings of a cluster, those that were accepted too, as facts of a proof, both ways. */
final class RememberedFindings {

    private static final int OF_A_POSITION = 5;
    private static final int OF_A_FINDING = 10;

    private RememberedFindings() {}

    static void put(Map<String, String> facts, Diagnostics findings) {
        List<Diagnostic> all = findings.all();
        for (int i = 0; i < all.size(); i++) {
            facts.put("finding " + i, RememberedPositions.line(words(all.get(i))));
        }
        List<Suppression> accepted = findings.suppressions();
        for (int i = 0; i < accepted.size(); i++) {
            List<String> words = new ArrayList<>(words(accepted.get(i).diagnostic()));
            words.addAll(RememberedPositions.words(accepted.get(i).by()));
            words.add(accepted.get(i).reason());
            accepted.get(i).until().ifPresent(words::add);
            facts.put("accepted " + i, RememberedPositions.line(words));
        }
    }

    private static List<String> words(Diagnostic finding) {
        List<String> words = new ArrayList<>(RememberedPositions.words(finding.position()));
        words.addAll(List.of(finding.rule(), finding.severity().name(), finding.message(), finding.why(), finding.mend()));
        return words;
    }

    static Diagnostics of(Map<String, String> facts, RememberedPositions positions) throws IOException {
        Diagnostics findings = new Diagnostics();
        for (int i = 0; facts.containsKey("finding " + i); i++) {
            findings.add(finding(RememberedPositions.words(facts.get("finding " + i)), positions));
        }
        for (int i = 0; facts.containsKey("accepted " + i); i++) {
            List<String> words = RememberedPositions.words(facts.get("accepted " + i));
            Position by = positions.position(words.subList(OF_A_FINDING, OF_A_FINDING + OF_A_POSITION));
            int reason = OF_A_FINDING + OF_A_POSITION;
            Optional<String> until = words.size() > reason + 1 ? Optional.of(words.get(reason + 1)) : Optional.empty();
            findings.suppress(new Suppression(finding(words, positions), words.get(reason), until, by));
        }
        return findings;
    }

    private static Diagnostic finding(List<String> words, RememberedPositions positions) throws IOException {
        return new Diagnostic(words.get(5), Severity.valueOf(words.get(6)), positions.position(words), words.get(7),
                words.get(8), words.get(9));
    }
}
