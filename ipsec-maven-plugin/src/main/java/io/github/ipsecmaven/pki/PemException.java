package io.github.ipsecmaven.pki;

/**
 * Why a file of certificates could not be read at all. The message is one English sentence for the user and holds no
 * byte of the file, which may turn out to be a key.
 */
public final class PemException extends Exception {
    /** What is wrong. */
    public enum Reason {
        /** More than {@link PemReader#MAX_BYTES}. */
        TOO_LARGE,
        /** Neither a PEM block nor a DER certificate. */
        NOT_A_CERTIFICATE,
        /** A BEGIN line without its END line. */
        UNTERMINATED,
        /** A certificate block that is not base64. */
        BAD_BASE64,
        /** A certificate that the JDK cannot parse. */
        BROKEN_CERTIFICATE
    }

    private final Reason reason;
    private final int line;

    PemException(Reason reason, int line, String message) {
        super(message);
        this.reason = reason;
        this.line = line;
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }

    /** The line of the file, from 1; 0 where it is the whole file. */
    public int line() {
        return line;
    }
}
