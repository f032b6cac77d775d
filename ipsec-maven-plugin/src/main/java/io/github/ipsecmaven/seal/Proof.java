package io.github.ipsecmaven.seal;

import io.github.ipsecmaven.manifest.ManifestYaml;
import io.github.ipsecmaven.previous.Inventory.Seal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Binds an encrypted file to what is in it. The key of the HMAC takes the plaintext to derive, which holds private keys:
 * so nobody who lacks them can learn anything from the proof, or exchange the file and make a proof that fits.
 */
final class Proof {

    /** Another form of the plaintext or of the file gets another one, and everything is encrypted anew. */
    private static final String FORM = "ipsec-seal 1\n";

    private static final int SALT_BYTES = 16;

    private Proof() {}

    static Seal make(Map<String, Object> plaintext, byte[] file, List<String> recipients, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        String shown = HexFormat.of().formatHex(salt);
        return new Seal(shown, proof(shown, plaintext, file, recipients), recipients);
    }

    /** Whether a file was made by somebody who had this very plaintext, for those readers, and was not changed since. */
    static boolean holds(Seal seal, Map<String, Object> plaintext, byte[] file) {
        byte[] found = proof(seal.salt(), plaintext, file, seal.recipients()).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(seal.proof().getBytes(StandardCharsets.US_ASCII), found);
    }

    private static String proof(String salt, Map<String, Object> plaintext, byte[] file, List<String> recipients) {
        try {
            MessageDigest key = MessageDigest.getInstance("SHA-256");
            key.update((FORM + salt + "\n").getBytes(StandardCharsets.UTF_8));
            key.update(ManifestYaml.bytes("", plaintext));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.digest(), "HmacSHA256"));
            mac.update((String.join("\n", recipients) + "\n\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(file));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
