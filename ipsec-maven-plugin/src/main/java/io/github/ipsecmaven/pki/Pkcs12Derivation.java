package io.github.ipsecmaven.pki;

import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The key derivation of RFC 7292 appendix B.2. The JDK has it only inside its PBE ciphers, which cannot tell an empty
 * password from none.
 */
record Pkcs12Derivation(Hash hash, byte[] salt, int iterations) {
    /** What the derived bytes are for: the {@code ID} of appendix B.3. */
    enum Purpose {
        KEY(1), IV(2), MAC(3);

        private final byte id;

        Purpose(int id) {
            this.id = (byte) id;
        }
    }

    byte[] derive(Purpose purpose, byte[] password, int length) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance(hash.digest);
        var v = hash.blockBytes;
        var diversifier = new byte[v];
        Arrays.fill(diversifier, purpose.id);
        var saltLength = roundUp(salt.length, v);
        var input = new byte[saltLength + roundUp(password.length, v)];
        repeat(salt, input, 0, saltLength);
        repeat(password, input, saltLength, input.length);

        var out = new byte[length];
        for (var offset = 0; offset < length; offset += digest.getDigestLength()) {
            digest.update(diversifier);
            var block = digest.digest(input);
            rehash(block, digest);
            System.arraycopy(block, 0, out, offset, Math.min(block.length, length - offset));
            addToEachBlock(input, block, v);
        }
        return out;
    }

    private void rehash(byte[] block, MessageDigest digest) throws DigestException {
        for (var i = 1; i < iterations; i++) {
            digest.update(block);
            digest.digest(block, 0, block.length);
        }
    }

    private static int roundUp(int length, int multiple) {
        return (length + multiple - 1) / multiple * multiple;
    }

    private static void repeat(byte[] source, byte[] target, int from, int to) {
        for (var i = from; i < to; i++) {
            target[i] = source[(i - from) % source.length];
        }
    }

    /** Step 6C: every block of the input becomes itself plus B plus 1, modulo 2^v, where B repeats the digest. */
    private static void addToEachBlock(byte[] input, byte[] block, int v) {
        for (var start = 0; start < input.length; start += v) {
            var carry = 1;
            for (var i = v - 1; i >= 0; i--) {
                carry += (input[start + i] & 0xff) + (block[i % block.length] & 0xff);
                input[start + i] = (byte) carry;
                carry >>= 8;
            }
        }
    }
}
