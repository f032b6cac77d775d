package io.github.ipsecmaven.pki;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * PBKDF2 (RFC 8018), password in UTF-8 as OpenSSL and NSS have it. The JDK's takes half as long again, in a cold JVM and
 * in a warm one (measured), and a fleet derives two keys for each of its bundles.
 *
 * @param keyBytes the length that the file states; it may state none
 */
record Pbkdf2Derivation(Hash prf, byte[] salt, int iterations, Optional<Integer> keyBytes) {
    /** No key here is longer; a longer one would multiply the cost of an iteration. */
    private static final int MAX_KEY_BYTES = 64;

    static Pbkdf2Derivation of(AlgorithmIdentifier function) throws BundleException {
        if (!function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            throw new BundleException(BundleException.Reason.UNSUPPORTED_ALGORITHM,
                    "The bundle uses a key derivation (" + function.getAlgorithm() + ") that is not supported.");
        }
        var parameters = PBKDF2Params.getInstance(function.getParameters());
        var stated = parameters.getKeyLength();
        if (stated != null && (stated.bitLength() > 31 || stated.intValueExact() > MAX_KEY_BYTES)) {
            throw new BundleException(BundleException.Reason.UNSUPPORTED_ALGORITHM,
                    "The bundle asks for a derived key of more than " + MAX_KEY_BYTES + " bytes.");
        }
        return new Pbkdf2Derivation(
                Hash.ofHmac(parameters.getPrf().getAlgorithm()),
                parameters.getSalt(),
                IterationBudget.count(parameters.getIterationCount()),
                stated == null ? Optional.empty() : Optional.of(stated.intValueExact()));
    }

    byte[] derive(char[] password, int length) throws GeneralSecurityException {
        var utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        var key = Arrays.copyOf(utf8.array(), utf8.limit());
        try {
            return derive(new KeyedHash(prf, key), length);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(utf8.array(), (byte) 0);
        }
    }

    private byte[] derive(KeyedHash hmac, int length) throws GeneralSecurityException {
        var derived = new byte[length];
        var index = 1;
        for (var offset = 0; offset < length; index++) {
            var block = block(hmac, index);
            System.arraycopy(block, 0, derived, offset, Math.min(block.length, length - offset));
            offset += block.length;
        }
        return derived;
    }

    private byte[] block(KeyedHash hmac, int index) throws GeneralSecurityException {
        var round = hmac.of(ByteBuffer.allocate(salt.length + Integer.BYTES).put(salt).putInt(index).array());
        var block = round.clone();
        for (var i = 1; i < iterations; i++) {
            hmac.write(round, round);
            addTo(block, round);
        }
        return block;
    }

    private static void addTo(byte[] block, byte[] round) {
        for (var i = 0; i < block.length; i++) {
            block[i] ^= round[i];
        }
    }
}
