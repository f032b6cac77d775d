package io.github.ipsecmaven.pki;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** A bundle's MAC: RFC 7292's, or RFC 9579's PBMAC1. */
final class IntegrityCheck {
    /** Makes the HMAC's key from the password. */
    @FunctionalInterface
    private interface KeyDerivation {
        byte[] derive(BundlePassword password, PasswordForm form) throws GeneralSecurityException;
    }

    private final BundleMac fact;
    private final Hash hash;
    private final byte[] expected;
    private final KeyDerivation derivation;

    private IntegrityCheck(BundleMac fact, Hash hash, byte[] expected, KeyDerivation derivation) {
        this.fact = fact;
        this.hash = hash;
        this.expected = expected;
        this.derivation = derivation;
    }

    static IntegrityCheck of(MacData data) throws BundleException {
        var algorithm = data.getMac().getAlgorithmId();
        var expected = data.getMac().getDigest();
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)) {
            return pbmac1(PBMAC1Params.getInstance(algorithm.getParameters()), expected);
        }
        var hash = Hash.ofDigest(algorithm.getAlgorithm());
        var iterations = IterationBudget.count(data.getIterationCount());
        var kdf = new Pkcs12Derivation(hash, data.getSalt(), iterations);
        return new IntegrityCheck(
                new BundleMac(BundleMac.Scheme.PKCS12, hash.digest, Optional.empty(), iterations), hash, expected,
                (password, form) -> kdf.derive(Pkcs12Derivation.Purpose.MAC, password.bmpString(form),
                        MessageDigest.getInstance(hash.digest).getDigestLength()));
    }

    private static IntegrityCheck pbmac1(PBMAC1Params parameters, byte[] expected) throws BundleException {
        var kdf = Pbkdf2Derivation.of(parameters.getKeyDerivationFunc());
        var hash = Hash.ofHmac(parameters.getMessageAuthScheme().getAlgorithm());
        if (kdf.keyBytes().isEmpty()) {
            throw new BundleException(BundleException.Reason.MALFORMED,
                    "The bundle's PBMAC1 lacks the key length that RFC 9579 demands.");
        }
        var fact = new BundleMac(
                BundleMac.Scheme.PBMAC1, hash.digest, Optional.of(kdf.prf().digest), kdf.iterations());
        return new IntegrityCheck(fact, hash, expected,
                (password, form) -> kdf.derive(password.characters(), kdf.keyBytes().get()));
    }

    BundleMac fact() {
        return fact;
    }

    /**
     * The form of the password under which the MAC is right.
     *
     * @throws BundleException WRONG_PASSWORD where there is none
     */
    PasswordForm verify(byte[] content, BundlePassword password, IterationBudget budget) throws BundleException {
        for (var form : password.forms()) {
            budget.spend(fact.iterations());
            if (MessageDigest.isEqual(expected, compute(content, password, form))) {
                return form;
            }
        }
        throw new BundleException(BundleException.Reason.WRONG_PASSWORD, password.characters().length == 0
                ? "The bundle does not open with an empty password, or it is damaged."
                : "The password does not open the bundle, or the bundle is damaged.");
    }

    private byte[] compute(byte[] content, BundlePassword password, PasswordForm form) throws BundleException {
        try {
            return new KeyedHash(hash, derivation.derive(password, form)).of(content);
        } catch (GeneralSecurityException e) {
            throw new BundleException(BundleException.Reason.UNSUPPORTED_ALGORITHM,
                    "This Java platform cannot check the bundle's MAC (HMAC with " + hash.digest + ").");
        }
    }
}
