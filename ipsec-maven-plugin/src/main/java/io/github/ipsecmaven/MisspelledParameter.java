package io.github.ipsecmaven;

import io.github.ipsecmaven.spec.schema.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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
        List<String> suspects = properties.stream().filter(property -> property.startsWith(PREFIX))
                .filter(property -> !known.contains(property)).sorted().toList();
        for (String suspect : suspects) {
            List<String> names = known.stream().map(property -> property.substring(PREFIX.length())).sorted().toList();
            Optional<String> meant = Nearest.to(suspect.substring(PREFIX.length()), names);
            if (meant.isPresent()) {
                return Optional.of(new MisspelledParameter(suspect, PREFIX + meant.get()));
            }
        }
        return Optional.empty();
    }
}
