package io.github.ipsecmaven.pki;

/**
 * Why a bundle could not be opened. The message is one English sentence for the user; it holds no password, no key
 * and no byte of the file, and therefore the exception never has a cause.
 */
public final class BundleException extends Exception {
    /** What is wrong, for the code that chooses a rule. */
    public enum Reason {
        /** No bytes at all. */
        EMPTY,
        /** More than {@link BundleReader#MAX_BYTES}. */
        TOO_LARGE,
        /** PEM text. */
        PEM,
        /** The base64 text of a binary file. */
        BASE64,
        /** Something else that is not PKCS#12. */
        NOT_PKCS12,
        /** The outer length says that bytes are missing. */
        TRUNCATED,
        /** PKCS#12 outside, not well-formed inside. */
        MALFORMED,
        /** The password is wrong, or the protected bytes are damaged: the format cannot tell. */
        WRONG_PASSWORD,
        /** The iteration counts add up to more than {@link BundleReader#MAX_ITERATIONS}. */
        TOO_MANY_ITERATIONS,
        /** More than {@link BundleReader#MAX_BAGS} bags, or bags nested too deep. */
        TOO_MANY_BAGS,
        /** A MAC, cipher or key derivation that this package or this JDK does not have. */
        UNSUPPORTED_ALGORITHM,
        /** A certificate bag whose certificate, or a name or key in it, the JDK cannot parse. */
        BROKEN_CERTIFICATE,
        /** A key bag whose content is no private key. */
        BROKEN_KEY
    }

    private final Reason reason;

    BundleException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }
}
