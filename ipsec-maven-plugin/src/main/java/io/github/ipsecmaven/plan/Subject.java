package io.github.ipsecmaven.plan;

import io.github.ipsecmaven.previous.PastObject;
import java.util.Comparator;

/**
 * An object of the tree that is not what it was.
 *
 * @param path its file, in the output directory
 */
public record Subject(Change change, String kind, String name, String path) implements Comparable<Subject> {

    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::path).thenComparing(Subject::change);

    /** How the tree differs. */
    public enum Change {
        ADDED("added", "+"),
        CHANGED("changed", "~"),
        REMOVED("removed", "-");

        private final String label;
        private final String sign;

        Change(String label, String sign) {
            this.label = label;
            this.sign = sign;
        }

        /** For programs. */
        public String label() {
            return label;
        }

        /** As a diff marks it. */
        public String sign() {
            return sign;
        }
    }

    public static Subject added(PastObject object) {
        return of(Change.ADDED, object);
    }

    public static Subject changed(PastObject object) {
        return of(Change.CHANGED, object);
    }

    public static Subject removed(PastObject object) {
        return of(Change.REMOVED, object);
    }

    private static Subject of(Change change, PastObject object) {
        return new Subject(change, object.kind(), object.name(), object.path());
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
