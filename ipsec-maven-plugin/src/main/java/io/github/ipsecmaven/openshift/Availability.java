package io.github.ipsecmaven.openshift;

/** Which z releases of one minor stream have a thing. */
public sealed interface Availability {

    /** What a version's z answers. */
    enum Answer { YES, NO, UNKNOWN }

    /** Whether the z of the given version, which is of the stream that this belongs to, has the thing. */
    Answer in(Version version);

    /** Says it in words for the given stream, as the end of a sentence: {@code from 4.19.19 on}. */
    String describe(Version stream);

    /** Every release of the stream, from .0 on. */
    record Always() implements Availability {

        @Override
        public Answer in(Version version) {
            return Answer.YES;
        }

        @Override
        public String describe(Version stream) {
            return "in every release of " + stream.stream();
        }
    }

    /**
     * From one z on.
     *
     * @param patch the first z that has it, greater than 0
     */
    record From(int patch) implements Availability {

        @Override
        public Answer in(Version version) {
            return version.patch() >= patch ? Answer.YES : Answer.NO;
        }

        @Override
        public String describe(Version stream) {
            return "from " + stream.withPatch(patch) + " on";
        }
    }

    /**
     * Some release of the stream has it, or may have it, but which z is the first is not on record.
     *
     * @param known what is on record, as the end of a sentence
     */
    record Unrecorded(String known) implements Availability {

        @Override
        public Answer in(Version version) {
            return Answer.UNKNOWN;
        }

        @Override
        public String describe(Version stream) {
            return known;
        }
    }

    /** No release of the stream. */
    record Never() implements Availability {

        @Override
        public Answer in(Version version) {
            return Answer.NO;
        }

        @Override
        public String describe(Version stream) {
            return "in no release of " + stream.stream();
        }
    }
}
