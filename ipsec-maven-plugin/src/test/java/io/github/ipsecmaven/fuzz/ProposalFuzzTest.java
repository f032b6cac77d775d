package io.github.ipsecmaven.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.ipsecmaven.openshift.proposal.ProposalParser;
import io.github.ipsecmaven.openshift.proposal.ProposalProblem;
import io.github.ipsecmaven.openshift.proposal.Proposals;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands behind {@code ike} and {@code esp}, it is proposals, or problems that point into it. */
class ProposalFuzzTest {

    static List<byte[]> seeds() {
        return Seeds.andEdits(Stream.of(
                "aes_gcm256-sha2_512-dh20",
                "aes_gcm256",
                "aes256-sha2_256;modp2048",
                "aes_gcm256+aes_gcm128-sha2_512+sha2_256-dh19+dh20+dh31,aes256-sha2_512-sha2_512-modp4096",
                "aes-cbc-128-sha1-modp1536",
                "null-sha1,aes_gcm_c-256-null;none",
                "chacha20_poly1305-none-dh21",
                "aes256gcm16-prfsha384-ecp384!",
                "3des-md5;modp1024, aes--").map(text -> text.getBytes(StandardCharsets.UTF_8)).toList());
    }

    @MethodSource("seeds")
    @FuzzTest
    void readsOrSaysWhere(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        check(text, ProposalParser.ike(text));
        check(text, ProposalParser.esp(text));
    }

    private static void check(String text, Proposals proposals) {
        if (proposals.isAccepted()) {
            assertFalse(proposals.algorithms().isEmpty());
            assertTrue(proposals.algorithms().containsAll(proposals.weak()));
            assertTrue(proposals.algorithms().containsAll(proposals.notInFips()));
        }
        for (ProposalProblem problem : proposals.problems()) {
            assertTrue(isAt(problem, text), () -> text + ": " + problem);
            assertFalse(problem.reason().isBlank());
        }
    }

    /** Whether the text of a problem, a run of blanks or a word without its blanks, stands at its offset. */
    private static boolean isAt(ProposalProblem problem, String text) {
        String rest = text.substring(problem.offset());
        return rest.startsWith(problem.text()) || withoutBlanks(rest).startsWith(problem.text());
    }

    private static String withoutBlanks(String text) {
        return text.codePoints().filter(c -> !Character.isWhitespace(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
