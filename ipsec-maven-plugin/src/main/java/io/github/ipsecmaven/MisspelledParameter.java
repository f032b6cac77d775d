package io.github.ipsecmaven;

import io.github.ipsecmaven.spec.schema.Nearest;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A property that looks like a parameter of the plugin and is none. Maven passes it over in silence, so a gate that
 * somebody believes to be shut stays open.
 *
 * @param given what was typed
 * @param meant the parameter that it is nearest to
 */
public record MisspelledParameter(String given, String meant) {

    private static final String PREFIX = "ipsec.";

    /**
     * The first among the properties of a command line. One that is near to no parameter is somebody else's.
     *
     * @param known the properties that the plugin has
     */
    public static Optional<MisspelledParameter> among(Collection<String> properties, Collection<String> known) {
        for (String property : new TreeSet<>(properties)) {
            if (property.startsWith(PREFIX) && !known.contains(property)) {
                Optional<String> meant = Nearest.to(property.substring(PREFIX.length()), withoutPrefix(known));
                if (meant.isPresent()) {
                    return Optional.of(new MisspelledParameter(property, PREFIX + meant.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static SortedSet<String> withoutPrefix(Collection<String> properties) {
        SortedSet<String> names = new TreeSet<>();
        for (String property : properties) {
            names.add(property.substring(PREFIX.length()));
        }
        return names;
    }
}
