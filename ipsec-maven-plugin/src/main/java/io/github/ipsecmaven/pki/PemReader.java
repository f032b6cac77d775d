package io.github.ipsecmaven.pki;

import io.github.ipsecmaven.pki.PemException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Reads a file of certificates: PEM, or a single one in DER. */
public final class PemReader {
    /** Larger than any list of anchors that fits a machine config. */
    public static final int MAX_BYTES = 1 << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    private final List<String> lines;
    private final CertificateSource source;
    private final List<PemCertificate> certificates = new ArrayList<>();
    private final List<PemBlock> otherBlocks = new ArrayList<>();
    private boolean textSinceLastBlock;

    private PemReader(List<String> lines, CertificateSource source) {
        this.lines = lines;
        this.source = source;
    }

    /** @throws PemException where the file cannot be parsed; what is merely unwelcome is a fact of the result */
    public static PemFile read(byte[] bytes) throws PemException {
        return read(bytes, CertificateReader::read);
    }

    /** The same with certificates of another source. */
    static PemFile read(byte[] bytes, CertificateSource source) throws PemException {
        if (bytes.length > MAX_BYTES) {
            throw new PemException(Reason.TOO_LARGE, 0, "The file is larger than " + MAX_BYTES + " bytes.");
        }
        if (DerHeader.isPresent(bytes)) {
            return readDer(bytes, source);
        }
        var marked = bytes.length >= 3 && Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3);
        var start = marked ? 3 : 0;
        var text = new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1);
        if (text.isBlank()) {
            return new PemFile(PemFile.Form.EMPTY, List.of(), List.of(), marked, false);
        }
        var reader = new PemReader(text.lines().toList(), source);
        reader.readBlocks();
        if (reader.certificates.isEmpty() && reader.otherBlocks.isEmpty()) {
            throw new PemException(Reason.NOT_A_CERTIFICATE, 0, "The file is neither PEM nor a DER certificate.");
        }
        return new PemFile(PemFile.Form.PEM, reader.certificates, reader.otherBlocks, marked,
                reader.textSinceLastBlock);
    }

    private static PemFile readDer(byte[] bytes, CertificateSource source) throws PemException {
        var length = DerHeader.statedLength(bytes);
        if (length > bytes.length) {
            throw new PemException(Reason.BROKEN_CERTIFICATE, 0, "The file is a truncated DER structure.");
        }
        var der = length == DerHeader.INDEFINITE ? bytes : Arrays.copyOf(bytes, (int) length);
        try {
            var certificate = new PemCertificate(0, 1, source.read(der));
            return new PemFile(PemFile.Form.DER, List.of(certificate), List.of(), false, der.length < bytes.length);
        } catch (CertificateException e) {
            throw new PemException(Reason.NOT_A_CERTIFICATE, 0, "The file is binary, but no DER certificate.");
        }
    }

    private void readBlocks() throws PemException {
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).stripTrailing();
            if (line.startsWith(BEGIN) && line.endsWith(DASHES)) {
                i = readBlock(i, line.substring(BEGIN.length(), line.length() - DASHES.length()));
                textSinceLastBlock = false;
            } else if (!line.isBlank()) {
                textSinceLastBlock = true;
            }
        }
    }

    private int readBlock(int begin, String label) throws PemException {
        var end = begin + 1;
        while (end < lines.size() && !lines.get(end).startsWith(DASHES)) {
            end++;
        }
        if (end == lines.size() || !lines.get(end).stripTrailing().equals(END + label + DASHES)) {
            throw new PemException(Reason.UNTERMINATED, begin + 1,
                    "The PEM block that begins in line " + (begin + 1) + " has no END line.");
        }
        if (label.equals("CERTIFICATE")) {
            var der = decode(lines.subList(begin + 1, end), begin + 1);
            certificates.add(new PemCertificate(certificates.size(), begin + 1, certificate(der, begin + 1)));
        } else {
            otherBlocks.add(new PemBlock(label, begin + 1));
        }
        return end;
    }

    private static byte[] decode(List<String> body, int line) throws PemException {
        var base64 = new StringBuilder();
        for (var bodyLine : body) {
            base64.append(bodyLine.strip());
        }
        try {
            return Base64.getDecoder().decode(base64.toString());
        } catch (IllegalArgumentException e) {
            throw new PemException(Reason.BAD_BASE64, line,
                    "The certificate that begins in line " + line + " is not valid base64.");
        }
    }

    private Certificate certificate(byte[] der, int line) throws PemException {
        try {
            return source.read(der);
        } catch (CertificateException e) {
            throw new PemException(Reason.BROKEN_CERTIFICATE, line,
                    "The certificate that begins in line " + line + " cannot be parsed.");
        }
    }
}
