package io.github.ipsecmaven.openshift.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrongSwanProposalsTest {

    @ParameterizedTest
    @CsvSource({
        "aes_gcm256-sha2_512-dh20, aes256gcm16-prfsha512-ecp384",
        "aes_gcm256;dh20, aes256gcm16-prfsha512-prfsha256-ecp384",
        "aes256-sha2_512;modp3072+dh31, aes256-sha512-prfsha512-modp3072-curve25519",
        "aes-sha1;dh14, aes256-aes192-aes128-sha1-prfsha1-modp2048",
        "'aes_gcm128-sha2_256-dh19,aes128-sha2_256-dh19', 'aes128gcm16-prfsha256-ecp256,aes128-sha256-prfsha256-ecp256'",
        "chacha20_poly1305-sha2_256-dh21, chacha20poly1305-prfsha256-ecp521",
        "3des-md5-modp1536, 3des-md5-prfmd5-modp1536"
    })
    void ikeProposalsAreTranslated(String libreswan, String strongSwan) {
        assertEquals(strongSwan, StrongSwanProposals.ike(libreswan));
    }

    @ParameterizedTest
    @CsvSource({
        "aes_gcm256;dh20, aes256gcm16-ecp384",
        "aes_gcm256, 'aes256gcm16-ecp256,aes256gcm16'",
        "aes_gcm256;none, aes256gcm16",
        "aes256-sha2_512;dh19, aes256-sha512-ecp256",
        "aes128;dh19, aes128-sha512-sha256-ecp256",
        "aes_ccm_12_256;dh19, aes256ccm12-ecp256",
        "aes_gmac256;dh19, aes256gmac-ecp256",
        "null-sha2_256;dh19, null-sha256-ecp256"
    })
    void espProposalsAreTranslated(String libreswan, String strongSwan) {
        assertEquals(strongSwan, StrongSwanProposals.esp(libreswan, "aes_gcm256-sha2_512-dh19"));
    }

    @Test
    void everyAlgorithmHasAWord() {
        for (Algorithm algorithm : Algorithms.all()) {
            if (algorithm.kind() == Algorithm.Kind.GROUP && !algorithm.isNone()) {
                assertEquals(-1, StrongSwanProposals.ike("aes_gcm256-sha2_512;" + algorithm.spellings().get(0)).indexOf("null"));
            } else if (algorithm.kind() == Algorithm.Kind.PRF) {
                assertEquals(-1, StrongSwanProposals.ike("aes_gcm256-" + algorithm.spellings().get(0) + "-dh19").indexOf("null"));
            } else if (algorithm.kind() == Algorithm.Kind.INTEGRITY && !algorithm.isNone()) {
                assertEquals(-1, StrongSwanProposals.esp("aes256-" + algorithm.spellings().get(0), "").indexOf("null"));
            } else if (algorithm.kind() == Algorithm.Kind.ENCRYPTION && !algorithm.name().equals("NULL")) {
                assertEquals(-1, StrongSwanProposals.esp(algorithm.spellings().get(0), "").indexOf("null"));
            }
        }
    }

    @Test
    void whatLibreswanFillsInIsWrittenDown() {
        assertEquals("aes256gcm16-aes128gcm16-prfsha512-prfsha256-ecp384-ecp256-ecp521-modp3072-modp4096,"
                + "aes256-aes128-sha512-sha256-prfsha512-prfsha256-ecp384-ecp256-ecp521-modp3072-modp4096",
                StrongSwanProposals.ike(""));
    }

    @Test
    void theDefaultsAreWhatTheirTranslationWouldBe() {
        assertEquals(StrongSwanWriter.ike(StrongSwanProposals.LIBRESWAN_IKE), StrongSwanProposals.ike(""));
        assertEquals(StrongSwanWriter.esp(StrongSwanProposals.LIBRESWAN_ESP, StrongSwanProposals.LIBRESWAN_IKE),
                StrongSwanProposals.esp("", ""));
    }
}
