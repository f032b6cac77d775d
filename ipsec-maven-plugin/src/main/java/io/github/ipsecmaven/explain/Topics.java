package io.github.ipsecmaven.explain;

import io.github.ipsecmaven.spec.schema.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What to say of a name that nobody knows. */
final class Topics {

    private static final int ENOUGH = 5;

    private Topics() {}

    /**
     * The name that was most likely meant, and those that end in or start with what was typed: {@code subnet} finds
     * {@code remotes.subnet}. The best first, few.
     */
    static List<String> near(String typed, Collection<String> known) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        Optional<String> nearest = Nearest.to(typed, known);
        Stream<String> related = new TreeSet<>(known).stream()
                .filter(name -> isRelated(name.toLowerCase(Locale.ROOT), wanted));
        return Stream.concat(nearest.stream(), related).distinct().limit(ENOUGH).toList();
    }

    private static boolean isRelated(String name, String wanted) {
        return name.endsWith("." + wanted) || name.endsWith("/" + wanted) || name.startsWith(wanted);
    }
}
