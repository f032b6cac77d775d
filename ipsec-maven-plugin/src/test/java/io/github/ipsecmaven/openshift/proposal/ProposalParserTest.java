package io.github.ipsecmaven.openshift.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "aes_gcm256-sha2_512-dh20          | AES_GCM_16_256 / HMAC_SHA2_512 /  / DH20",
        "aes256-sha2_512;modp3072          | AES_CBC_256 / HMAC_SHA2_512 /  / MODP3072",
        "AES256-SHA2_512;DH19              | AES_CBC_256 / HMAC_SHA2_512 /  / DH19",
        "aes_gcm256                        | AES_GCM_16_256 /  /  / ",
        "aes-256                           | AES_CBC_256 /  /  / ",
        "aes_gcm_16_256                    | AES_GCM_16_256 /  /  / ",
        "aes256+aes128-sha2_256+sha2_512   | AES_CBC_256+AES_CBC_128 / HMAC_SHA2_256+HMAC_SHA2_512 /  / ",
        "aes256;dh19+dh20                  | AES_CBC_256 /  /  / DH19+DH20",
        "aes256-sha256;ecp_256             | AES_CBC_256 / HMAC_SHA2_256 /  / DH19",
        "aes-sha1_96-sha2-ecp_521          | AES_CBC / HMAC_SHA2_256 / HMAC_SHA1_96 / DH21",
        "aes_gcm-none-sha2-modp2048        | AES_GCM_16 / HMAC_SHA2_256 / NONE / MODP2048",
        "chacha20poly1305;curve25519       | CHACHA20_POLY1305 /  /  / DH31"})
    void anIkeProposalIsCipherPrfAndGroup(String text, String expected) {
        assertEquals(expected, canonical(ProposalParser.ike(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "aes_gcm256                 | AES_GCM_16_256 /  /  / ",
        "aes_gcm256;dh20            | AES_GCM_16_256 /  /  / DH20",
        "aes_gcm256-none-dh20       | AES_GCM_16_256 /  / NONE / DH20",
        "aes256-sha2_512            | AES_CBC_256 /  / HMAC_SHA2_512_256 / ",
        "aes256-sha2_512;dh19+dh20  | AES_CBC_256 /  / HMAC_SHA2_512_256 / DH19+DH20",
        "aes_ccm_a-128-null         | AES_CCM_8_128 /  / NONE / ",
        "aes;none                   | AES_CBC /  /  / NONE"})
    void anEspProposalIsCipherIntegrityAndGroup(String text, String expected) {
        assertEquals(expected, canonical(ProposalParser.esp(text)));
    }

    @Test
    void everyProposalOfAListIsRead() {
        var read = ProposalParser.ike("aes_gcm256-sha2_512-dh20,aes256-sha2_256;dh19");
        assertTrue(read.isAccepted());
        assertEquals(List.of(0, 25), read.proposals().stream().map(Proposal::offset).toList());
    }

    @Test
    void anAlgorithmKnowsWhereItStandsAndHowItWasWritten() {
        var group = ProposalParser.esp("aes_gcm256;dh20,aes_gcm-128;DH20").algorithms().get(3);
        assertEquals(28, group.offset());
        assertEquals("DH20", group.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "aes256-sha2;dh19,aes256gcm16 | STRONGSWAN_SPELLING | 17 | aes256gcm16  | aes_gcm256",
        "aes128gcm64                  | STRONGSWAN_SPELLING | 0  | aes128gcm64  | aes_gcm_8_128",
        "aes256-prfsha256             | STRONGSWAN_SPELLING | 7  | prfsha256    | sha2_256",
        "aes256-sha256!               | STRONGSWAN_SPELLING | 7  | sha256!      | sha256",
        "aes256-prfsha384!            | STRONGSWAN_SPELLING | 7  | prfsha384!   | sha2_384",
        "aes256;x25519                | STRONGSWAN_SPELLING | 7  | x25519       | dh31",
        "rot13                        | UNKNOWN             | 0  | rot13        | aes_gcm256",
        "aes256_sha2                  | UNKNOWN             | 0  | aes256_sha2  | aes_gcm256",
        "aes256-sah2                  | UNKNOWN             | 7  | sah2         | sha2_512",
        "aes256-sha2;dh99             | UNKNOWN             | 12 | dh99         | dh20",
        "aes512                       | KEY_LENGTH          | 0  | aes512       | aes256",
        "aes_gcm16                    | KEY_LENGTH          | 0  | aes_gcm16    | aes_gcm256",
        "aes-0                        | KEY_LENGTH          | 0  | aes-0        | aes256",
        "3des192                      | KEY_LENGTH          | 0  | 3des192      | 3des",
        "aes99999999999999999999      | KEY_LENGTH          | 0  | aes99999999999999999999 | aes256",
        "aes256;modp1024              | REFUSED             | 7  | modp1024     | dh20",
        "aes256;DH2                   | REFUSED             | 7  | DH2          | dh20",
        "aes256;dh24                  | REFUSED             | 7  | dh24         | dh20",
        "blowfish128                  | REFUSED             | 0  | blowfish128  | aes_gcm256",
        "null                         | REFUSED             | 0  | null         | aes_gcm256",
        "aes_ccm                      | REFUSED             | 0  | aes_ccm      | aes_gcm256",
        "aes_ccm_16                   | REFUSED             | 0  | aes_ccm_16   | aes_gcm256",
        "aes256;none                  | REFUSED             | 7  | none         | dh20",
        "aes_gcm256-dh20              | MISPLACED           | 10 | -dh20        | ;dh20",
        "aes256;dh19;dh20             | UNEXPECTED          | 12 | dh20         | ''",
        "aes256+aes_gcm256            | MIXED_CIPHERS       | 7  | aes_gcm256   | ''",
        "aes256-none                  | CIPHER_WITHOUT_INTEGRITY | 7 | none     | sha2_512",
        "aes_gcm-sha1_96              | AEAD_WITH_INTEGRITY | 8  | sha1_96      | none",
        "aes256-                      | EMPTY               | 7  | ''           | ''",
        "aes256,,aes128               | EMPTY               | 7  | ''           | ''",
        "aes256,                      | EMPTY               | 7  | ''           | ''",
        "''                           | EMPTY               | 0  | ''           | ''"})
    void aRefusedIkeProposalSaysWhereWhyAndWhatInstead(String text, ProposalProblem.Kind kind, int offset,
            String part, String instead) {
        assertOnlyProblem(ProposalParser.ike(text), kind, offset, part, instead);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "aes_gcm256-sha2                      | AEAD_WITH_INTEGRITY      | 11 | sha2 | none",
        "aes_gcm256-dh20                      | MISPLACED                | 10 | -dh20 | ;dh20",
        "aes128-null                          | CIPHER_WITHOUT_INTEGRITY | 7  | null | sha2_512",
        "aes256-sha2-sha1                     | UNKNOWN                  | 12 | sha1 | dh20",
        "aes-hmac_sha2_256_truncbug           | REFUSED                  | 4  | hmac_sha2_256_truncbug | sha2_512",
        "aes256-sha2;dh19,aes128-sha2         | GROUP_IN_SOME            | 17 | ''   | ''",
        "aes256-sha2;dh19,aes128-sha2;dh20    | GROUPS_DIFFER            | 29 | dh20 | dh19"})
    void aRefusedEspProposalSaysWhereWhyAndWhatInstead(String text, ProposalProblem.Kind kind, int offset,
            String part, String instead) {
        assertOnlyProblem(ProposalParser.esp(text), kind, offset, part, instead);
    }

    @ParameterizedTest
    @CsvSource({"' aes256', 0", "'aes256 ', 6", "'aes256- sha2', 7", "'aes 256', 3", "'aes256,\taes128', 7"})
    void aBlankIsRefusedAndTheRestIsStillRead(String text, int offset) {
        var read = ProposalParser.ike(text);
        assertEquals(List.of(ProposalProblem.Kind.BLANK), kinds(read));
        assertEquals(offset, read.problems().get(0).offset());
        assertFalse(read.proposals().isEmpty());
    }

    @Test
    void aSeparatorStandsWhereItIsThoughABlankFollowsIt() {
        var misplaced = ProposalParser.ike("aes_gcm256- dh20").problems().get(1);
        assertEquals(ProposalProblem.Kind.MISPLACED, misplaced.kind());
        assertEquals(10, misplaced.offset());
    }

    @Test
    void everyProposalReportsItsFault() {
        var read = ProposalParser.ike("rot13,aes256,aes256;dh2");
        assertEquals(List.of(ProposalProblem.Kind.UNKNOWN, ProposalProblem.Kind.REFUSED), kinds(read));
        assertEquals(1, read.proposals().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3des-sha2;dh19", "aes256-md5;dh19", "aes256-sha1;dh19", "aes256-sha2;modp1536",
        "aes256-sha2;dh5", "camellia256-sha2;dh19"})
    void aWeakAlgorithmOfIkeLoadsAndIsReported(String text) {
        var read = ProposalParser.ike(text);
        assertTrue(read.isAccepted());
        assertEquals(1, read.weak().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null-sha2", "aes_gmac256", "3des-sha2", "aes256-sha1", "aes256-md5", "camellia-sha2",
        "aes256-sha2+none"})
    void aWeakAlgorithmOfEspLoadsAndIsReported(String text) {
        var read = ProposalParser.esp(text);
        assertTrue(read.isAccepted());
        assertEquals(1, read.weak().size());
    }

    @Test
    void noIntegrityIsNoWeaknessOfACipherThatBringsItsOwn() {
        assertEquals(List.of(), ProposalParser.esp("aes_gcm256-none-dh20").weak());
    }

    @Test
    void whatANodeInFipsModeRefusesIsReported() {
        var read = ProposalParser.ike("chacha20_poly1305-sha2_512;dh31+dh20,3des-sha1;dh19");
        assertEquals(List.of("chacha20_poly1305", "dh31"),
                read.notInFips().stream().map(ChosenAlgorithm::text).toList());
    }

    private static void assertOnlyProblem(Proposals read, ProposalProblem.Kind kind, int offset, String part,
            String instead) {
        assertEquals(1, read.problems().size(), read.toString());
        var problem = read.problems().get(0);
        assertEquals(kind, problem.kind());
        assertEquals(offset, problem.offset());
        assertEquals(part, problem.text());
        assertEquals(instead, problem.instead());
        assertFalse(problem.reason().isBlank());
    }

    private static List<ProposalProblem.Kind> kinds(Proposals read) {
        return read.problems().stream().map(ProposalProblem::kind).toList();
    }

    private static String canonical(Proposals read) {
        assertEquals(List.of(), read.problems());
        var proposal = read.proposals().get(0);
        return String.join(" / ", names(proposal.encryption()), names(proposal.prf()), names(proposal.integrity()),
                names(proposal.groups())).stripTrailing();
    }

    private static String names(List<ChosenAlgorithm> chosen) {
        return chosen.stream()
                .map(one -> one.algorithm().name() + (one.keyLength() == 0 ? "" : "_" + one.keyLength()))
                .collect(Collectors.joining("+"));
    }
}
