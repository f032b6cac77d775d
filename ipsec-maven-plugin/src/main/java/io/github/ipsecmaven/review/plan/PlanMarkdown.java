package io.github.ipsecmaven.review.plan;

import io.github.ipsecmaven.plan.Plan;
import io.github.ipsecmaven.plan.Summary;
import java.util.List;
import java.util.stream.Collectors;

/** Plans as a comment on a pull request: the verdicts as a list, and each plan's text folded below it. */
public final class PlanMarkdown {

    private PlanMarkdown() {}

    /**
     * The comment.
     *
     * @param against what the plans compare with
     * @param notes what a reader of the comparison has to know
     * @param refused how many errors there were, whose clusters have no plan
     */
    public static String of(List<Plan> plans, String against, List<String> notes, int refused) {
        StringBuilder page = new StringBuilder("## What merging does\n\nCompared with " + escaped(against) + ".\n\n");
        plans.forEach(plan -> page.append("- **").append(escaped(plan.cluster())).append("**: ")
                .append(escaped(Summary.of(plan))).append('\n'));
        if (refused > 0) {
            page.append("- **").append(refused).append(refused == 1 ? " error" : " errors")
                    .append("**: what has errors has no plan\n");
        }
        notes.forEach(note -> page.append("- ").append(escaped(note)).append('\n'));
        plans.stream().filter(plan -> !plan.isEmpty()).forEach(plan -> fold(page, plan, against));
        return page.toString();
    }

    private static void fold(StringBuilder page, Plan plan, String against) {
        List<String> lines = PlanText.of(plan, against);
        page.append("\n<details><summary>Plan of ").append(escaped(plan.cluster())).append("</summary>\n\n````text\n")
                .append(lines.stream().skip(2).dropWhile(String::isEmpty).map(line -> line.replace("`", "'"))
                        .collect(Collectors.joining("\n")))
                .append("\n````\n\n</details>\n");
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|])", "\\\\$1");
    }
}
