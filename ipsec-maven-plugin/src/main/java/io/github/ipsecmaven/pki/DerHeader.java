package io.github.ipsecmaven.pki;

/** The first bytes of a file that may be DER or BER. */
final class DerHeader {
    /** The result of {@link #statedLength} where the header states none (BER's indefinite form). */
    static final long INDEFINITE = -1;

    private DerHeader() {
    }

    /** A SEQUENCE in the long or the indefinite form: everything of 128 bytes and more; text never looks like this. */
    static boolean isPresent(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == 0x30 && bytes[1] < 0;
    }

    /** Header and content in bytes as stated; {@link Long#MAX_VALUE} where that needs more than 32 bits. */
    static long statedLength(byte[] bytes) {
        var lengthBytes = bytes[1] & 0x7f;
        if (lengthBytes == 0) {
            return INDEFINITE;
        }
        if (lengthBytes > 4) {
            return Long.MAX_VALUE;
        }
        long length = 0;
        for (var i = 0; i < lengthBytes && 2 + i < bytes.length; i++) {
            length = length << 8 | bytes[2 + i] & 0xff;
        }
        return 2 + lengthBytes + length;
    }
}
