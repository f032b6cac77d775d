package io.github.ipsecmaven.plan;

import io.github.ipsecmaven.previous.Inventory.PastCertificate;
import java.util.List;
import java.util.Optional;

/**
 * A certificate that nodes gain, change or lose. Nothing in it is secret.
 *
 * @param file its file's name on the nodes
 * @param anchor whether it is what the nodes trust, and not what they show
 * @param nodes who imports it; empty for every node of the pool
 * @param before empty where it is new
 * @param after empty where it goes
 */
public record CertificateChange(String pool, String file, boolean anchor, Kind kind, List<String> nodes,
        Optional<PastCertificate> before, Optional<PastCertificate> after) {

    /** What becomes of a certificate. */
    public enum Kind {
        ADDED("added"),
        /** Another one of the same subject. */
        RENEWED("renewed"),
        /** One of another subject: the node shows another identity. */
        REPLACED("replaced"),
        /** The same certificate in another file: other bytes, and so perhaps another key or password; not told of encrypted ones. */
        REENCODED("re-encoded"),
        REMOVED("removed");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As users read it. */
        public String label() {
            return label;
        }
    }

    public CertificateChange {
        nodes = List.copyOf(nodes);
    }
}
