package io.github.ipsecmaven.review.markup;

/**
 * Writes HTML and the SVG in it. Whatever it is given as text or as the value of an attribute comes out as just that:
 * there is no way to write markup but by an element.
 */
public final class Markup {

    private final StringBuilder out;

    /** A writer to the end of a text. */
    public Markup(StringBuilder out) {
        this.out = out;
    }

    /**
     * Writes an element and what is in it.
     *
     * @param attributes names and values in turn; one whose value is null is left out
     */
    public Markup element(String tag, Runnable content, String... attributes) {
        start(tag, attributes);
        content.run();
        out.append("</").append(tag).append('>');
        return this;
    }

    /** Writes an element with nothing but text in it. */
    public Markup element(String tag, String text, String... attributes) {
        return element(tag, () -> text(text), attributes);
    }

    /** Writes an element that has no content and no end: {@code meta}, {@code br}. */
    public Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        return this;
    }

    /** Writes text. */
    public Markup text(String text) {
        escape(Printable.of(text));
        return this;
    }

    /** Ends the line of the source, which means nothing to whoever reads the page. */
    public Markup newLine() {
        out.append('\n');
        return this;
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(Printable.of(attributes[i + 1]));
                out.append('"');
            }
        }
        out.append('>');
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }
}
