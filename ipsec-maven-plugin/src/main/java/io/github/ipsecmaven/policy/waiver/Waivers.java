package io.github.ipsecmaven.policy.waiver;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.Suppression;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Waiver;
import io.github.ipsecmaven.spec.schema.Nearest;
import io.github.ipsecmaven.spec.yaml.Paths;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the findings that the spec accepts out of those that count, and finds the waivers that accept nothing. */
public final class Waivers {

    private final ClusterSpec spec;
    private final List<RuleInfo> rules;
    private final LocalDate today;
    private final Diagnostics diagnostics;
    private final List<Waiver> valid = new ArrayList<>();

    private Waivers(ClusterSpec spec, List<RuleInfo> rules, LocalDate today, Diagnostics diagnostics) {
        this.spec = spec;
        this.rules = rules;
        this.today = today;
        this.diagnostics = diagnostics;
    }

    /**
     * The waivers of a cluster. One that could accept nothing, whatever is found, is a finding itself.
     *
     * @param now its day in UTC is the last one on which a waiver {@code until} that day holds
     * @param rules every rule that is asked sooner or later
     */
    public static Waivers of(ClusterSpec spec, Instant now, List<RuleInfo> rules, Diagnostics diagnostics) {
        Waivers waivers = new Waivers(spec, rules, LocalDate.ofInstant(now, ZoneOffset.UTC), diagnostics);
        for (Waiver waiver : spec.waivers()) {
            if (waivers.isValid(waiver)) {
                waivers.valid.add(waiver);
            }
        }
        return waivers;
    }

    /** Accepts the findings of some rules, all of which are there now. */
    public void accept(List<RuleInfo> asked) {
        List<Diagnostic> findings = diagnostics.all();
        for (Waiver waiver : valid) {
            if (find(waiver.rule(), asked).isPresent()) {
                accept(waiver, findings);
            }
        }
    }

    private void accept(Waiver waiver, List<Diagnostic> findings) {
        boolean used = false;
        for (Diagnostic finding : findings) {
            if (covers(waiver, finding)) {
                used = true;
                diagnostics.suppress(
                        new Suppression(finding, waiver.reason(), waiver.until(), waiver.section().at("rule")));
            }
        }
        if (!used && !isInherited(waiver)) {
            diagnostics.add(WaiverFinding.UNUSED.at(waiver.section().at("rule"), waiver.rule()));
        }
    }

    private boolean isValid(Waiver waiver) {
        Optional<RuleInfo> rule = find(waiver.rule(), rules);
        if (rule.isEmpty()) {
            String guess = Nearest.to(waiver.rule(), rules.stream().map(RuleInfo::id).toList())
                    .map(near -> "did you mean " + near + "? else ").orElse("");
            diagnostics.add(WaiverFinding.UNKNOWN_RULE.at(waiver.section().at("rule"), waiver.rule(), guess));
            return false;
        }
        if (!rule.get().waivable()) {
            diagnostics.add(WaiverFinding.NOT_WAIVABLE.at(waiver.section().at("rule"), waiver.rule()));
            return false;
        }
        return waiver.until().isEmpty() || isInForce(waiver, waiver.until().get());
    }

    private static Optional<RuleInfo> find(String id, List<RuleInfo> rules) {
        for (RuleInfo rule : rules) {
            if (rule.id().equals(id)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private boolean isInForce(Waiver waiver, String until) {
        try {
            if (!LocalDate.parse(until).isBefore(today)) {
                return true;
            }
            diagnostics.add(WaiverFinding.EXPIRED.at(waiver.section().at("until"), waiver.rule(), until));
        } catch (DateTimeException e) {
            diagnostics.add(WaiverFinding.NO_DATE.at(waiver.section().at("until"), until));
        }
        return false;
    }

    private boolean covers(Waiver waiver, Diagnostic finding) {
        if (!finding.rule().equals(waiver.rule())) {
            return false;
        }
        return waiver.scope().isEmpty() || isWithin(waiver.scope().get(), finding.position());
    }

    private boolean isWithin(String scope, Position position) {
        for (String path : Paths.of(position, spec.section().tree())) {
            if (path.equals(scope) || path.startsWith(scope + "/")) {
                return true;
            }
        }
        return false;
    }

    /** A waiver of a fleet's defaults is there for those clusters that need it. */
    private boolean isInherited(Waiver waiver) {
        Path own = spec.section().at().source().file();
        return !waiver.section().at().source().file().equals(own);
    }
}
