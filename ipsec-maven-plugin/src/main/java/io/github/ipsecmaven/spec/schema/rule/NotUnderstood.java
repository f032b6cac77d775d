package io.github.ipsecmaven.spec.schema.rule;

/** A schema says what no {@link Rule} says. */
final class NotUnderstood extends RuntimeException {

    NotUnderstood(String what) {
        super(what);
    }
}
