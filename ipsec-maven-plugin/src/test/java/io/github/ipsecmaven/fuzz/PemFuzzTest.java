package io.github.ipsecmaven.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.ipsecmaven.pki.PemBlock;
import io.github.ipsecmaven.pki.PemCertificate;
import io.github.ipsecmaven.pki.PemException;
import io.github.ipsecmaven.pki.PemFile;
import io.github.ipsecmaven.pki.PemReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file of certificates holds, also behind a key, it is certificates whose facts are known, or a sentence. */
class PemFuzzTest {

    private static final String PLANTED = "cGxhbnRlZC1wcml2YXRlLWtleS1ieXRlcw";
    private static final String KEY = "-----BEGIN PRIVATE KEY-----\n" + PLANTED + "==\n-----END PRIVATE KEY-----\n";

    static List<byte[]> seeds() throws IOException {
        List<byte[]> originals = new ArrayList<>();
        for (String name : List.of("ca.pem", "partner.pem", "nas.pem", "gw.pem")) {
            byte[] pem = Files.readAllBytes(Path.of("src/test/resources/lab", name));
            originals.add(pem);
            originals.add((KEY + new String(pem, StandardCharsets.US_ASCII)).getBytes(StandardCharsets.US_ASCII));
            originals.add(der(pem));
        }
        return Seeds.andEdits(originals);
    }

    @MethodSource("seeds")
    @FuzzTest
    void readsOrSaysWhy(byte[] bytes) {
        check(bytes);
        check((KEY + new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1));
        check((KEY.substring(0, 50) + new String(bytes, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void check(byte[] bytes) {
        long lines = new String(bytes, StandardCharsets.ISO_8859_1).lines().count();
        try {
            PemFile file = PemReader.read(bytes);
            for (PemCertificate certificate : file.certificates()) {
                assertTrue(certificate.line() <= lines);
                certificate.certificate().facts();
            }
            for (PemBlock block : file.otherBlocks()) {
                assertTrue(block.line() >= 1 && block.line() <= lines);
            }
        } catch (PemException e) {
            assertNull(e.getCause());
            assertTrue(e.line() >= 0 && e.line() <= lines);
            assertFalse(e.getMessage().contains(PLANTED.substring(0, 12)));
        }
    }

    private static byte[] der(byte[] pem) {
        return Base64.getMimeDecoder().decode(new String(pem, StandardCharsets.US_ASCII).lines()
                .filter(line -> !line.startsWith("-----")).reduce("", String::concat));
    }
}
