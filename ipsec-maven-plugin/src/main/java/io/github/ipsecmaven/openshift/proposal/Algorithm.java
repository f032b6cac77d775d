package io.github.ipsecmaven.openshift.proposal;

import java.util.List;

/**
 * An algorithm that libreswan knows and takes in at least one protocol: one row of {@link Algorithms}.
 *
 * @param kind which part of a proposal it can be
 * @param name libreswan's own name, {@code AES_GCM_16}
 * @param spellings every way to write it, in lower case, without the key length; the first one is for messages
 * @param ike whether it can be in an {@code ike} proposal
 * @param esp whether it can be in an {@code esp} proposal
 * @param strength what to think of it
 * @param fips whether libreswan leaves it enabled in FIPS mode
 * @param aead for a cipher, whether it brings its own integrity
 * @param keyLengths for a cipher, the key lengths in bits that may be written; empty where none may
 */
public record Algorithm(Kind kind, String name, List<String> spellings, boolean ike, boolean esp, Strength strength,
        boolean fips, boolean aead, List<Integer> keyLengths) {

    /** The parts of a proposal. */
    public enum Kind {
        /** A cipher; every proposal begins with one. */
        ENCRYPTION("encryption"),
        /** The pseudo-random function, in {@code ike} only. */
        PRF("PRF"),
        /** The integrity algorithm; {@code none} with a cipher that brings its own. */
        INTEGRITY("integrity"),
        /** The Diffie-Hellman group. */
        GROUP("group");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind in a message. */
        public String label() {
            return label;
        }
    }

    public Algorithm {
        spellings = List.copyOf(spellings);
        keyLengths = List.copyOf(keyLengths);
    }

    /** Whether libreswan takes the algorithm in proposals of the given protocol. */
    public boolean isIn(Protocol protocol) {
        return protocol == Protocol.IKE ? ike : esp;
    }

    /** Whether this is the integrity algorithm or the group that stands for none at all. */
    public boolean isNone() {
        return name.equals("NONE");
    }
}
