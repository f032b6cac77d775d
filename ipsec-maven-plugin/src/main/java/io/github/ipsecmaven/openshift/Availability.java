package io.github.ipsecmaven.openshift;

/** Which z releases of one minor stream have a thing. */
public sealed interface Availability {

    /** Every release of the stream, from .0 on. */
    record Always() implements Availability { }

    /**
     * From one z on.
     *
     * @param patch the first z that has it, greater than 0
     */
    record From(int patch) implements Availability { }

    /**
     * Some release of the stream has it, or may have it, but which z is the first is not on record.
     *
     * @param known what is on record, a clause that a message can end with
     */
    record Unrecorded(String known) implements Availability { }

    /** No release of the stream. */
    record Never() implements Availability { }

    /** What a version's z answers. */
    enum Answer { YES, NO, UNKNOWN }

    /** Whether the z of the given version, which is of the stream that this belongs to, has the thing. */
    default Answer in(Version version) {
        if (this instanceof Always) {
            return Answer.YES;
        }
        if (this instanceof From from) {
            return version.patch() >= from.patch ? Answer.YES : Answer.NO;
        }
        return this instanceof Unrecorded ? Answer.UNKNOWN : Answer.NO;
    }

    /** Says it in words for the given stream, for instance {@code from 4.19.19 on}. */
    default String describe(Version stream) {
        if (this instanceof Always) {
            return "in every release of " + stream.stream();
        }
        if (this instanceof From from) {
            return "from " + stream.withPatch(from.patch) + " on";
        }
        return this instanceof Unrecorded unrecorded ? unrecorded.known : "in no release of " + stream.stream();
    }
}
