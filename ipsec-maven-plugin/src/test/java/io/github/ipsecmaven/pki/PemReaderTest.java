package io.github.ipsecmaven.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.forge.PemWriter;
import io.github.ipsecmaven.pki.PemException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PemReaderTest {
    private static final String ROOT = ascii(PemWriter.write(TestBundles.AUTHORITY.identity().certificate()));
    private static final String LEAF = ascii(PemWriter.write(TestBundles.IDENTITY.certificate()));
    private static final String KEY = ascii(PemWriter.write(TestBundles.IDENTITY.key()));

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static PemFile read(String text) throws PemException {
        return PemReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static PemException refuse(String text) {
        return assertThrows(PemException.class, () -> read(text));
    }

    @Test
    void everyCertificateHasItsPositionAndLine() throws Exception {
        var file = read("# our root\n\n" + ROOT + "# a peer\r\n" + LEAF);

        assertEquals(PemFile.Form.PEM, file.form());
        assertEquals(2, file.certificates().size());
        assertEquals(new PemCertificate(0, 3, Certificates.of(TestBundles.AUTHORITY.identity().certificate())), file.certificates().get(0));
        assertEquals(1, file.certificates().get(1).index());
        assertEquals(4 + ROOT.lines().count(), file.certificates().get(1).line());
        assertFalse(file.trailingText());
        assertFalse(file.byteOrderMark());
    }

    @Test
    void windowsLineEndsAreRead() throws Exception {
        assertEquals(1, read(ROOT.replace("\n", "\r\n")).certificates().size());
    }

    @Test
    void otherBlocksAreNamedAndNeverDecoded() throws Exception {
        var file = read(ROOT + KEY + "-----BEGIN TRUSTED CERTIFICATE-----\n???\n-----END TRUSTED CERTIFICATE-----\n");

        assertEquals(List.of("PRIVATE KEY", "TRUSTED CERTIFICATE"),
                file.otherBlocks().stream().map(PemBlock::label).toList());
        assertTrue(file.otherBlocks().get(0).isPrivateKey());
        assertFalse(file.otherBlocks().get(1).isPrivateKey());
        assertEquals(1 + ROOT.lines().count(), file.otherBlocks().get(0).line());
    }

    @Test
    void theOddFormsAreFacts() throws Exception {
        assertTrue(read("\ufeff" + ROOT).byteOrderMark());
        assertTrue(read(ROOT + "and so on\n").trailingText());
        assertEquals(PemFile.Form.EMPTY, read("").form());
        assertEquals(PemFile.Form.EMPTY, read(" \n\n").form());
    }

    @Test
    void derIsReadAndItsTailReported() throws Exception {
        var der = TestBundles.IDENTITY.certificate().getEncoded();

        var file = PemReader.read(der);
        assertEquals(PemFile.Form.DER, file.form());
        assertEquals(TestBundles.IDENTITY.certificate(), file.certificates().get(0).certificate().x509());
        assertFalse(file.trailingText());
        assertTrue(PemReader.read(Arrays.copyOf(der, der.length + 1)).trailingText());
    }

    @Test
    void whatCannotBeParsedIsRefusedAtItsLine() throws Exception {
        assertEquals(Reason.NOT_A_CERTIFICATE, refuse("left_server").reason());
        assertEquals(Reason.NOT_A_CERTIFICATE, assertThrows(PemException.class,
                () -> PemReader.read(TestBundles.write("n", ""))).reason());
        assertEquals(Reason.TOO_LARGE, assertThrows(PemException.class,
                () -> PemReader.read(new byte[PemReader.MAX_BYTES + 1])).reason());

        var open = refuse("\n" + ROOT.substring(0, 200));
        assertEquals(Reason.UNTERMINATED, open.reason());
        assertEquals(2, open.line());
        assertEquals("The PEM block that begins in line 2 has no END line.", open.getMessage());
        assertEquals(Reason.UNTERMINATED, refuse(ROOT.substring(0, 200) + "\n" + LEAF).reason());
        assertEquals(Reason.BAD_BASE64, refuse(ROOT.replaceFirst("MII", "M?I")).reason());
        assertEquals(Reason.BROKEN_CERTIFICATE, refuse(ROOT.replaceFirst("MII", "AII")).reason());
        assertEquals(Reason.BROKEN_CERTIFICATE,
                refuse("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n").reason());
    }

    @Test
    void aFlippedBitGivesFactsOrAPemException() throws Exception {
        var der = TestBundles.IDENTITY.certificate().getEncoded();
        var random = new Random(20260601);
        var read = 0;
        for (var round = 0; round < 4000; round++) {
            var flipped = der.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                PemReader.read(flipped).certificates().get(0).certificate().facts();
                read++;
            } catch (PemException e) {
                assertFalse(e.getMessage().isEmpty());
            }
        }
        assertTrue(read > 0);
    }

    @Test
    void aKeyUnderACertificatesLabelIsNotQuoted() {
        var e = refuse(KEY.replace("PRIVATE KEY", "CERTIFICATE"));

        assertEquals(Reason.BROKEN_CERTIFICATE, e.reason());
        assertFalse(e.getMessage().contains(KEY.substring(40, 60)));
    }
}
