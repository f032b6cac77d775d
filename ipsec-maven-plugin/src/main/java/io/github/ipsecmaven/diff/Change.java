package io.github.ipsecmaven.diff;

import java.util.Optional;

/**
 * One difference, in words that may be shown.
 *
 * @param field the path of a field, {@code spec.desiredState.interfaces[nas].mtu}, or the line of a text; empty for the
 *     file as a whole
 * @param before empty where there was nothing
 * @param after empty where there is nothing any more
 */
public record Change(String field, Optional<String> before, Optional<String> after) {

    private static final String NOTHING = "(nothing)";

    static Change of(String field, String before, String after) {
        return new Change(field, Optional.ofNullable(before), Optional.ofNullable(after));
    }

    /** On one line: {@code mode: External -> Full}. */
    @Override
    public String toString() {
        return (field.isEmpty() ? "" : field + ": ") + before.orElse(NOTHING) + " -> " + after.orElse(NOTHING);
    }
}
