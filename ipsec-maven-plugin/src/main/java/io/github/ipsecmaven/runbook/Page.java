package io.github.ipsecmaven.runbook;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A page of steps, in Markdown: numbered steps with commands to copy. */
final class Page {

    private final StringBuilder text = new StringBuilder();
    private int steps;

    Page(String title) {
        text.append("# ").append(title).append("\n\n");
    }

    Page section(String title) {
        text.append("## ").append(title).append("\n\n");
        steps = 0;
        return this;
    }

    Page paragraph(String paragraph) {
        text.append(paragraph.strip()).append("\n\n");
        return this;
    }

    /** A numbered step, with the commands that do it; none where it needs no command. */
    Page step(String what, List<String> commands) {
        text.append(++steps).append(". ").append(what.strip()).append('\n');
        if (!commands.isEmpty()) {
            text.append("\n   ```\n");
            for (String command : commands) {
                text.append("   ").append(command.replace("\n", "\n   ")).append('\n');
            }
            text.append("   ```\n");
        }
        text.append('\n');
        return this;
    }

    Page step(String what, String... commands) {
        return step(what, List.of(commands));
    }

    /** A table; each row has as many cells as there are headings. */
    Page table(List<String> headings, List<List<String>> rows) {
        text.append("| ").append(String.join(" | ", headings)).append(" |\n");
        text.append("| --- ".repeat(headings.size())).append("|\n");
        for (List<String> row : rows) {
            text.append("| ").append(String.join(" | ", row)).append(" |\n");
        }
        text.append('\n');
        return this;
    }

    byte[] bytes() {
        return (text.toString().stripTrailing() + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
