package io.github.ipsecmaven.pki;

import java.util.List;

/** A password and the encodings under which it may have entered the file. */
final class BundlePassword {
    private final char[] characters;

    /** Keeps the array itself, so that the caller can wipe it. */
    BundlePassword(char[] characters) {
        this.characters = characters;
    }

    /** The forms to try, in order. */
    List<PasswordForm> forms() {
        return characters.length > 0
                ? List.of(PasswordForm.GIVEN)
                : List.of(PasswordForm.EMPTY, PasswordForm.ABSENT);
    }

    /** For PBKDF2, which makes no difference between an empty password and none. */
    char[] characters() {
        return characters;
    }

    /** For the PKCS#12 derivation: UTF-16 big endian with a terminator (RFC 7292 appendix B.1), or nothing. */
    byte[] bmpString(PasswordForm form) {
        if (form == PasswordForm.ABSENT) {
            return new byte[0];
        }
        var bytes = new byte[2 * characters.length + 2];
        for (var i = 0; i < characters.length; i++) {
            bytes[2 * i] = (byte) (characters[i] >> 8);
            bytes[2 * i + 1] = (byte) characters[i];
        }
        return bytes;
    }
}
