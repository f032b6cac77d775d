package io.github.ipsecmaven.pki;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * PBKDF2 (RFC 8018), password in UTF-8 as OpenSSL and NSS have it.
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
        var spec = new PBEKeySpec(password, salt, iterations, 8 * length);
        try {
            return SecretKeyFactory.getInstance("PBKDF2With" + prf.hmac).generateSecret(spec).getEncoded();
        } finally {
            spec.clearPassword();
        }
    }
}
