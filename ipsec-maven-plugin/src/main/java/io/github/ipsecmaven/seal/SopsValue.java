package io.github.ipsecmaven.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One encrypted string of a SOPS document: AES-256-GCM with an IV of 32 bytes, which is SOPS's own size and not GCM's
 * usual one, and with the value's path as additional data, so that no value can be moved (sops, aes/cipher.go).
 */
final class SopsValue {

    private static final int IV_BYTES = 32;
    private static final int TAG_BYTES = 16;
    private static final Pattern FORM = Pattern.compile(
            "ENC\\[AES256_GCM,data:([A-Za-z0-9+/=]*),iv:([A-Za-z0-9+/=]+),tag:([A-Za-z0-9+/=]+),type:str\\]");

    private SopsValue() {}

    /** @param additional what the value is bound to: its path, or the instant where it is the document's MAC */
    static String encrypt(String plaintext, byte[] key, String additional, SecureRandom random) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, iv, additional)
                    .doFinal(plaintext.getBytes(StandardCharsets.UTF_8));
            int length = encrypted.length - TAG_BYTES;
            return "ENC[AES256_GCM,data:" + base64(Arrays.copyOf(encrypted, length)) + ",iv:" + base64(iv) + ",tag:"
                    + base64(Arrays.copyOfRange(encrypted, length, encrypted.length)) + ",type:str]";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** @throws UnreadableException where the text is no such value, or not this key's, or was changed or moved */
    static String decrypt(String text, byte[] key, String additional) throws UnreadableException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new UnreadableException("a value that should be encrypted is not");
        }
        try {
            byte[] data = Base64.getDecoder().decode(form.group(1));
            byte[] tag = Base64.getDecoder().decode(form.group(3));
            byte[] encrypted = Arrays.copyOf(data, data.length + tag.length);
            System.arraycopy(tag, 0, encrypted, data.length, tag.length);
            byte[] iv = Base64.getDecoder().decode(form.group(2));
            return new String(cipher(Cipher.DECRYPT_MODE, key, iv, additional).doFinal(encrypted), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnreadableException("a value was changed after it was encrypted");
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] iv, String additional) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
        cipher.updateAAD(additional.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
