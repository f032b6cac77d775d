package io.github.ipsecmaven.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** What differs between two states of a text, line by line. */
final class TextDiff {

    private TextDiff() {}

    static List<Change> between(String field, String before, String after) {
        if (Shown.isSecret(before) || Shown.isSecret(after)) {
            return List.of(Change.of(field, Shown.HIDDEN, "another text, with a private key"));
        }
        if (before.replace("\r\n", "\n").equals(after)) {
            return List.of(Change.of(field, "lines end with CR LF", "lines end with LF"));
        }
        List<Change> changes = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(lines(before), lines(after)).getDeltas()) {
            List<String> old = delta.getSource().getLines();
            List<String> now = delta.getTarget().getLines();
            for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
                int line = 1 + i + (i < old.size() ? delta.getSource() : delta.getTarget()).getPosition();
                changes.add(Change.of((field + " line " + line).strip(), i < old.size() ? quoted(old.get(i)) : null,
                        i < now.size() ? quoted(now.get(i)) : null));
            }
        }
        return changes;
    }

    /** With the empty line that a last line end is followed by, so that a missing one is a difference. */
    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    private static String quoted(String line) {
        return "'" + Shown.line(line) + "'";
    }
}
