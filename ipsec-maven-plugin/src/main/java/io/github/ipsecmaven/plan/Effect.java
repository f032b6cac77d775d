package io.github.ipsecmaven.plan;

import java.util.Comparator;

/**
 * One thing that merging does.
 *
 * @param subject what changes in the tree
 * @param scope whom it reaches
 * @param what what happens, without a full stop
 * @param why the rule by which it happens, without a full stop
 * @param source where the rule was read: an operator's file, or a page
 * @param author who changed the object
 */
public record Effect(Subject subject, Impact impact, Scope scope, String what, String why, String source, Author author)
        implements Comparable<Effect> {

    private static final Comparator<Effect> ORDER = Comparator.comparing(Effect::impact)
            .thenComparing(Effect::scope)
            .thenComparing(Effect::subject)
            .thenComparing(Effect::what);

    /** An effect of what the user changed, as far as it can be told. */
    public static Effect of(Subject subject, Impact impact, Scope scope, String what, Rule rule) {
        return new Effect(subject, impact, scope, what, rule.why(), rule.source(), Author.USER);
    }

    /** The same, caused by somebody else. */
    public Effect by(Author other) {
        return new Effect(subject, impact, scope, what, why, source, other);
    }

    @Override
    public int compareTo(Effect other) {
        return ORDER.compare(this, other);
    }
}
