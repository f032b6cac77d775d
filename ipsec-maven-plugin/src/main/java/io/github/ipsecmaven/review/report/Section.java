package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.review.document.Block;
import io.github.ipsecmaven.review.document.Line;
import java.util.List;

/**
 * What is said of one subject.
 *
 * @param title the subject
 * @param summary the most important of it in a few words
 */
record Section(String title, Line summary, List<Block> blocks) {

    Section {
        blocks = List.copyOf(blocks);
    }

    /** Its summary, and the rest on demand. */
    Block folded(boolean open) {
        return new Block.Fold("", Line.EMPTY.andStrong(title).and(" ").and(summary), open, blocks);
    }
}
