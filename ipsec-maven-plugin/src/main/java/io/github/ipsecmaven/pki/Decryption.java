package io.github.ipsecmaven.pki;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import javax.crypto.BadPaddingException;
import javax.crypto.IllegalBlockSizeException;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** How one encrypted part of a bundle is decrypted; known before any derivation. */
sealed interface Decryption permits Pbes2Decryption, Pkcs12Decryption {

    /** @throws BundleException UNSUPPORTED_ALGORITHM, or TOO_MANY_ITERATIONS where the count alone is beyond reason */
    static Decryption of(AlgorithmIdentifier algorithm) throws BundleException {
        return algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)
                ? Pbes2Decryption.of(algorithm)
                : Pkcs12Decryption.of(algorithm);
    }

    /** The fact to report. */
    Encryption fact(Encryption.Covers covers);

    /** {@link #decrypt} in the JDK's terms. */
    byte[] decipher(byte[] ciphertext, BundlePassword password, PasswordForm form) throws GeneralSecurityException;

    /**
     * The plain bytes.
     *
     * @throws BundleException WRONG_PASSWORD where the padding is wrong, UNSUPPORTED_ALGORITHM where the JDK lacks it
     */
    default byte[] decrypt(byte[] ciphertext, BundlePassword password, PasswordForm form, IterationBudget budget)
            throws BundleException {
        var fact = fact(Encryption.Covers.BAGS);
        budget.spend(fact.iterations());
        try {
            return decipher(ciphertext, password, form);
        } catch (BadPaddingException | IllegalBlockSizeException e) {
            throw new BundleException(BundleException.Reason.WRONG_PASSWORD,
                    "The password does not decrypt all of the bundle, or the bundle is damaged.");
        } catch (InvalidAlgorithmParameterException e) {
            throw new BundleException(BundleException.Reason.MALFORMED, "The bundle has a broken cipher parameter.");
        } catch (GeneralSecurityException e) {
            throw new BundleException(BundleException.Reason.UNSUPPORTED_ALGORITHM,
                    "This Java platform cannot decrypt " + fact.cipher() + " (" + fact.scheme() + ").");
        }
    }
}
