package io.github.ipsecmaven.openshift.proposal;

/**
 * A reason for which libreswan, or the NetworkManager plugin before it, refuses a proposal string.
 *
 * @param kind what is wrong
 * @param offset where, in UTF-16 units from the beginning of the string
 * @param text the part that is wrong, as written; empty where something is missing
 * @param reason why it is wrong, a clause for a message
 * @param instead what to write in place of {@code text}; empty where it should just go
 */
public record ProposalProblem(Kind kind, int offset, String text, String reason, String instead) {

    /** What can be wrong. */
    public enum Kind {
        /** An algorithm or a whole proposal is missing between two separators or at the end. */
        EMPTY,
        /** A blank, which NetworkManager-libreswan 1.2.26 and later refuses. */
        BLANK,
        /** No algorithm of this kind has that name. */
        UNKNOWN,
        /** A name of strongSwan's for something that libreswan spells otherwise. */
        STRONGSWAN_SPELLING,
        /** The algorithm exists, but libreswan takes it in no proposal, or not for this protocol. */
        REFUSED,
        /** The algorithm exists, but its kind belongs to another place. */
        MISPLACED,
        /** The cipher has no such key length. */
        KEY_LENGTH,
        /** Something follows after the last possible part. */
        UNEXPECTED,
        /** A cipher with integrity of its own beside an integrity algorithm. */
        AEAD_WITH_INTEGRITY,
        /** A cipher without integrity of its own beside integrity {@code none}. */
        CIPHER_WITHOUT_INTEGRITY,
        /** Ciphers with and without integrity of their own as alternatives. */
        MIXED_CIPHERS,
        /** In ESP, a group in some proposals and none in others. */
        GROUP_IN_SOME,
        /** In ESP, proposals that begin with different groups. */
        GROUPS_DIFFER
    }
}
