package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.plan.Impact;
import io.github.ipsecmaven.plan.Plan;
import io.github.ipsecmaven.review.document.Line;
import io.github.ipsecmaven.review.document.Tone;

/** How the weights of effects look. */
final class Impacts {

    private Impacts() {}

    static Tone tone(Impact impact) {
        return switch (impact) {
            case REFUSED, REBOOT, INTERRUPTION -> Tone.ALARM;
            case RESTART, ROLLOUT, REMAINS -> Tone.CARE;
            case SETUP, NOTHING -> Tone.PLAIN;
        };
    }

    /** How many effects of each weight a plan has. */
    static Line chips(Plan plan) {
        if (plan.isEmpty()) {
            return Line.chip(Tone.CALM, "nothing");
        }
        Line line = Line.EMPTY;
        for (Impact impact : Impact.values()) {
            int number = plan.effects(impact).size();
            if (number > 0) {
                line = (line.spans().isEmpty() ? line : line.and(" ")).andChip(tone(impact), number + " × " + impact.label());
            }
        }
        return line;
    }
}
