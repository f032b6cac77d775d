package io.github.ipsecmaven.openshift.proposal;

import io.github.ipsecmaven.openshift.proposal.Algorithm.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The algorithms of libreswan's proposals, with their spellings.
 *
 * <p>Spellings, protocols, key lengths and FIPS: measured with {@code ipsec algparse -v} and {@code -fips} of 4.10.
 * Defaults and what is weak: measured on 5.2, as built by Debian. A node's build or crypto policy may refuse more.
 */
public final class Algorithms {

    private static final List<Integer> AES_KEYS = List.of(128, 192, 256);
    private static final List<Integer> NO_KEYS = List.of();

    private static final List<Algorithm> ROWS = List.of(
            cipher("AES_GCM_16 IKE ESP", Strength.DEFAULT, true, true, AES_KEYS, "aes_gcm", "aes_gcm_16", "aes_gcm_c"),
            cipher("AES_GCM_12 IKE ESP", Strength.FINE, true, true, AES_KEYS, "aes_gcm_12", "aes_gcm_b"),
            cipher("AES_GCM_8 IKE ESP", Strength.FINE, true, true, AES_KEYS, "aes_gcm_8", "aes_gcm_a"),
            cipher("AES_CCM_16 ESP", Strength.FINE, true, true, AES_KEYS, "aes_ccm", "aes_ccm_16", "aes_ccm_c"),
            cipher("AES_CCM_12 ESP", Strength.FINE, true, true, AES_KEYS, "aes_ccm_12", "aes_ccm_b"),
            cipher("AES_CCM_8 ESP", Strength.FINE, true, true, AES_KEYS, "aes_ccm_8", "aes_ccm_a"),
            cipher("CHACHA20_POLY1305 IKE ESP", Strength.DEFAULT, false, true, NO_KEYS,
                    "chacha20_poly1305", "chacha20poly1305"),
            cipher("AES_CBC IKE ESP", Strength.DEFAULT, true, false, AES_KEYS, "aes", "aes_cbc"),
            cipher("AES_CTR IKE ESP", Strength.FINE, true, false, AES_KEYS, "aes_ctr", "aesctr"),
            cipher("3DES_CBC IKE ESP", Strength.WEAK, true, false, NO_KEYS, "3des", "3des_cbc"),
            cipher("CAMELLIA_CBC IKE ESP", Strength.WEAK, false, false, AES_KEYS, "camellia", "camellia_cbc"),
            cipher("CAMELLIA_CTR ESP", Strength.WEAK, false, false, AES_KEYS, "camellia_ctr"),
            cipher("NULL_AUTH_AES_GMAC ESP", Strength.WEAK, true, true, AES_KEYS, "aes_gmac", "null_auth_aes_gmac"),
            cipher("NULL ESP", Strength.WEAK, false, false, NO_KEYS, "null"),

            part(Kind.PRF, "HMAC_SHA2_512 IKE", Strength.DEFAULT, true, "sha2_512", "sha512", "hmac_sha2_512"),
            part(Kind.PRF, "HMAC_SHA2_384 IKE", Strength.FINE, true, "sha2_384", "sha384", "hmac_sha2_384"),
            part(Kind.PRF, "HMAC_SHA2_256 IKE", Strength.DEFAULT, true,
                    "sha2_256", "sha256", "sha2", "hmac_sha2_256"),
            part(Kind.PRF, "AES_XCBC IKE", Strength.FINE, false, "aes_xcbc", "aes128_xcbc"),
            part(Kind.PRF, "HMAC_SHA1 IKE", Strength.WEAK, true, "sha1", "sha", "hmac_sha1"),
            part(Kind.PRF, "HMAC_MD5 IKE", Strength.WEAK, false, "md5", "hmac_md5"),

            part(Kind.INTEGRITY, "HMAC_SHA2_512_256 IKE ESP", Strength.DEFAULT, true,
                    "sha2_512", "sha512", "sha2_512_256", "hmac_sha2_512", "hmac_sha2_512_256"),
            part(Kind.INTEGRITY, "HMAC_SHA2_384_192 IKE ESP", Strength.FINE, true,
                    "sha2_384", "sha384", "sha2_384_192", "hmac_sha2_384", "hmac_sha2_384_192"),
            part(Kind.INTEGRITY, "HMAC_SHA2_256_128 IKE ESP", Strength.DEFAULT, true,
                    "sha2_256", "sha256", "sha2", "sha2_256_128", "hmac_sha2_256", "hmac_sha2_256_128"),
            part(Kind.INTEGRITY, "AES_CMAC_96 ESP", Strength.FINE, true, "aes_cmac", "aes_cmac_96"),
            part(Kind.INTEGRITY, "AES_XCBC_96 IKE ESP", Strength.FINE, false,
                    "aes_xcbc", "aes128_xcbc", "aes_xcbc_96", "aes128_xcbc_96"),
            part(Kind.INTEGRITY, "HMAC_SHA1_96 IKE ESP", Strength.WEAK, true,
                    "sha1", "sha", "sha1_96", "hmac_sha1", "hmac_sha1_96"),
            part(Kind.INTEGRITY, "HMAC_MD5_96 IKE ESP", Strength.WEAK, false, "md5", "hmac_md5", "hmac_md5_96"),
            part(Kind.INTEGRITY, "NONE IKE ESP", Strength.FINE, true, "none", "null"),

            part(Kind.GROUP, "DH19 IKE ESP", Strength.DEFAULT, true, "dh19", "ecp_256", "ecp256"),
            part(Kind.GROUP, "DH20 IKE ESP", Strength.DEFAULT, true, "dh20", "ecp_384", "ecp384"),
            part(Kind.GROUP, "DH21 IKE ESP", Strength.DEFAULT, true, "dh21", "ecp_521", "ecp521"),
            part(Kind.GROUP, "DH31 IKE ESP", Strength.DEFAULT, false, "dh31", "curve25519"),
            part(Kind.GROUP, "MODP2048 IKE ESP", Strength.DEFAULT, true, "modp2048", "dh14"),
            part(Kind.GROUP, "MODP3072 IKE ESP", Strength.DEFAULT, true, "modp3072", "dh15"),
            part(Kind.GROUP, "MODP4096 IKE ESP", Strength.DEFAULT, true, "modp4096", "dh16"),
            part(Kind.GROUP, "MODP6144 IKE ESP", Strength.FINE, true, "modp6144", "dh17"),
            part(Kind.GROUP, "MODP8192 IKE ESP", Strength.DEFAULT, true, "modp8192", "dh18"),
            part(Kind.GROUP, "MODP1536 IKE ESP", Strength.WEAK, false, "modp1536", "dh5"),
            part(Kind.GROUP, "NONE ESP", Strength.FINE, true, "none", "null", "dh0"));

    private static final List<String> REFUSED = List.of(
            "des", "cast", "blowfish", "twofish", "serpent", "idea", "mars",
            "modp768", "dh1", "modp1024", "dh2", "dh22", "dh23", "dh24",
            "ripemd", "md4", "tiger", "hmac_sha2_256_truncbug");

    private Algorithms() { }

    /** Every algorithm that libreswan takes, by kind. */
    public static List<Algorithm> all() {
        return ROWS;
    }

    /** Finds an algorithm by one of its spellings, in any case, without a key length. */
    public static Optional<Algorithm> find(Kind kind, String spelling) {
        var lowerCase = spelling.toLowerCase(Locale.ROOT);
        for (var row : ROWS) {
            if (row.kind() == kind && row.spellings().contains(lowerCase)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** Whether this is a known algorithm that libreswan takes in no protocol. */
    static boolean isRefused(String spelling) {
        return REFUSED.contains(spelling.toLowerCase(Locale.ROOT));
    }

    private static Algorithm cipher(String nameAndProtocols, Strength strength, boolean fips, boolean aead,
            List<Integer> keyLengths, String... spellings) {
        return row(Kind.ENCRYPTION, nameAndProtocols, strength, fips, aead, keyLengths, spellings);
    }

    private static Algorithm part(Kind kind, String nameAndProtocols, Strength strength, boolean fips,
            String... spellings) {
        return row(kind, nameAndProtocols, strength, fips, false, NO_KEYS, spellings);
    }

    private static Algorithm row(Kind kind, String nameAndProtocols, Strength strength, boolean fips, boolean aead,
            List<Integer> keyLengths, String... spellings) {
        var words = List.of(nameAndProtocols.split(" "));
        return new Algorithm(kind, words.get(0), List.of(spellings), words.contains(Protocol.IKE.name()),
                words.contains(Protocol.ESP.name()), strength, fips, aead, keyLengths);
    }
}
