package io.github.ipsecmaven.review.document;

import java.util.List;

/**
 * A document for people, which is written as Markdown or as an HTML page and says the same in both.
 *
 * @param title its heading
 * @param subtitle what it is about
 * @param blocks its parts, what counts most first
 */
public record Document(String title, Line subtitle, List<Block> blocks) {

    public Document {
        blocks = List.copyOf(blocks);
    }
}
