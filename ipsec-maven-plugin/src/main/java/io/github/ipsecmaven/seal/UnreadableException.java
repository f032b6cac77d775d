package io.github.ipsecmaven.seal;

/** An encrypted file cannot be read, with these keys or at all. The message says why, and holds nothing of the file. */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    UnreadableException(String message) {
        super(message);
    }
}
