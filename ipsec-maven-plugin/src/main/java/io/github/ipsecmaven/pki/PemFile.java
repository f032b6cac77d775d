package io.github.ipsecmaven.pki;

import java.util.List;

/**
 * What a file of certificates (anchors, or a remote's certificate) holds.
 *
 * @param form how the file is written
 * @param certificates its certificates in file order
 * @param otherBlocks its other PEM blocks in file order
 * @param byteOrderMark whether it begins with a UTF-8 byte order mark ({@code certutil} then fails)
 * @param trailingText whether something but white space follows the last block, or the DER certificate
 */
public record PemFile(
        Form form,
        List<PemCertificate> certificates,
        List<PemBlock> otherBlocks,
        boolean byteOrderMark,
        boolean trailingText) {

    /** How the file is written. */
    public enum Form {
        /** At least one PEM block. */
        PEM,
        /** One certificate in DER. */
        DER,
        /** Nothing but white space. */
        EMPTY
    }

    /** Takes copies. */
    public PemFile {
        certificates = List.copyOf(certificates);
        otherBlocks = List.copyOf(otherBlocks);
    }
}
