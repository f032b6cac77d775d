package io.github.ipsecmaven.spec;

import java.util.Optional;

/**
 * A change of the cluster network's MTU, one stage of it.
 *
 * @param to the new MTU in bytes
 * @see <a href="https://github.com/openshift/cluster-network-operator/blob/master/README.md">cluster-network-operator, README.md</a>
 */
public record MtuChange(Section section, int to, Stage stage) {

    /** The stages, each a commit that has reached every node before the next. */
    public enum Stage {
        /** The nodes live with both MTUs. */
        MIGRATE("migrate"),
        /** Only the new MTU is left. */
        FINALISE("finalise");

        private final String text;

        Stage(String text) {
            this.text = text;
        }

        /** As the language writes it. */
        public String text() {
            return text;
        }

        static Stage of(String text) {
            return text.equals(MIGRATE.text) ? MIGRATE : FINALISE;
        }
    }

    static Optional<MtuChange> of(Section document) {
        if (!document.has("mtuChange")) {
            return Optional.empty();
        }
        Section section = document.section("mtuChange");
        return Optional.of(new MtuChange(section, section.integer("to").orElseThrow(),
                Stage.of(section.text("stage").orElseThrow())));
    }
}
