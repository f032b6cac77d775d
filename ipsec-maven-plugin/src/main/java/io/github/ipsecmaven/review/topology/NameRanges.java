package io.github.ipsecmaven.review.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many names in few words, none of them lost: {@code worker-0 … worker-57} for those whose first label ends in numbers
 * without a gap.
 */
public final class NameRanges {

    /** Two names are as short as their range. */
    private static final int SHORTEST = 3;

    private static final Pattern NUMBERED = Pattern.compile("([^.]*[^.0-9])(0|[1-9][0-9]{0,8})(\\..*)?");

    private NameRanges() {}

    /** A name and what it counts with; one that does not count has the number -1. */
    private record Numbered(String name, String before, int number, String after) {

        private static final Comparator<Numbered> ORDER = Comparator.comparing(Numbered::before)
                .thenComparing(Numbered::after).thenComparingInt(Numbered::number);

        private static Numbered of(String name) {
            Matcher parts = NUMBERED.matcher(name);
            if (!parts.matches()) {
                return new Numbered(name, name, -1, "");
            }
            String after = parts.group(3) == null ? "" : parts.group(3);
            return new Numbered(name, parts.group(1), Integer.parseInt(parts.group(2)), after);
        }

        private boolean isFollowedBy(Numbered next) {
            return number >= 0 && next.number == number + 1 && before.equals(next.before) && after.equals(next.after);
        }
    }

    /** The names, sorted by their numbers, with a range in place of three or more that follow each other. */
    public static List<String> of(List<String> names) {
        List<Numbered> sorted = names.stream().distinct().map(Numbered::of).sorted(Numbered.ORDER).toList();
        List<String> ranges = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < sorted.size(); i++) {
            if (i + 1 < sorted.size() && sorted.get(i).isFollowedBy(sorted.get(i + 1))) {
                continue;
            }
            add(ranges, sorted.subList(first, i + 1));
            first = i + 1;
        }
        return ranges;
    }

    private static void add(List<String> ranges, List<Numbered> run) {
        if (run.size() < SHORTEST) {
            run.forEach(one -> ranges.add(one.name()));
        } else {
            ranges.add(run.get(0).name() + " … " + run.get(run.size() - 1).name());
        }
    }
}
