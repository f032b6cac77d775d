package io.github.ipsecmaven.pki;

import io.github.ipsecmaven.pki.BundleException.Reason;
import java.nio.charset.StandardCharsets;

/** Says what a file is that cannot be PKCS#12, before any parser sees it. */
final class NotPkcs12 {
    private NotPkcs12() {
    }

    static void refuse(byte[] bytes) throws BundleException {
        if (bytes.length == 0) {
            throw new BundleException(Reason.EMPTY, "The bundle is an empty file.");
        }
        if (bytes.length > BundleReader.MAX_BYTES) {
            throw new BundleException(Reason.TOO_LARGE,
                    "The bundle is larger than " + BundleReader.MAX_BYTES + " bytes.");
        }
        if (DerHeader.isPresent(bytes)) {
            refuseTruncated(bytes);
            return;
        }
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.contains("-----BEGIN ")) {
            throw new BundleException(Reason.PEM, "The bundle is PEM text, not PKCS#12.");
        }
        if (isBase64(text)) {
            throw new BundleException(Reason.BASE64,
                    "The bundle is base64 text, not PKCS#12: decode it first (base64 -d).");
        }
        throw notPkcs12();
    }

    static BundleException notPkcs12() {
        return new BundleException(Reason.NOT_PKCS12, "The file is not a PKCS#12 bundle.");
    }

    /** DER of 256 bytes to 16 MB begins in base64 with {@code MI}; BER of indefinite length, too. */
    private static boolean isBase64(String text) {
        var stripped = text.strip();
        return stripped.startsWith("MI") && stripped.chars().allMatch(c -> c >= 'A' && c <= 'Z'
                || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "+/=\r\n \t".indexOf(c) >= 0);
    }

    private static void refuseTruncated(byte[] bytes) throws BundleException {
        var length = DerHeader.statedLength(bytes);
        if (length == Long.MAX_VALUE) {
            throw notPkcs12();
        }
        if (length > bytes.length) {
            throw new BundleException(Reason.TRUNCATED, "The bundle is truncated: its header promises " + length
                    + " bytes, the file has " + bytes.length + ".");
        }
    }
}
