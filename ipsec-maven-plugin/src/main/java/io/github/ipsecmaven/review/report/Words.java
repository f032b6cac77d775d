package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.review.document.Line;
import io.github.ipsecmaven.review.topology.NameRanges;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How the report writes what it says more than once. */
final class Words {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int LONGEST_LIST = 8;

    private Words() {}

    /** A number of things in the right form: {@code 1 node}, {@code 2 nodes}. */
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    static String instant(Instant instant) {
        return MINUTE.format(instant);
    }

    static String day(Instant instant) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** A sentence with a list that nobody reads to its end: of more than a few items the first, and how many follow. */
    static String shortened(String sentence) {
        String[] items = sentence.split(", ");
        if (items.length <= LONGEST_LIST) {
            return sentence;
        }
        return String.join(", ", List.of(items).subList(0, LONGEST_LIST / 2)) + " and "
                + (items.length - LONGEST_LIST / 2) + " more";
    }

    /** Names, those in a row as a range. */
    static Line names(Collection<String> names) {
        return Line.codes(NameRanges.of(List.copyOf(names)));
    }
}
