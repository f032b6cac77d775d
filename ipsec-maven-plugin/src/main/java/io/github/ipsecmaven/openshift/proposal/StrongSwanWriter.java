package io.github.ipsecmaven.openshift.proposal;

import io.github.ipsecmaven.openshift.proposal.Algorithm.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes libreswan's proposals in strongSwan's keywords (strongSwan documentation, "IKEv2 cipher suites"). */
final class StrongSwanWriter {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("CHACHA20_POLY1305", "chacha20poly1305"),
            Map.entry("3DES_CBC", "3des"),
            Map.entry("NULL", "null"),
            Map.entry("HMAC_SHA2_512", "prfsha512"),
            Map.entry("HMAC_SHA2_384", "prfsha384"),
            Map.entry("HMAC_SHA2_256", "prfsha256"),
            Map.entry("AES_XCBC", "prfaesxcbc"),
            Map.entry("HMAC_SHA1", "prfsha1"),
            Map.entry("HMAC_MD5", "prfmd5"),
            Map.entry("HMAC_SHA2_512_256", "sha512"),
            Map.entry("HMAC_SHA2_384_192", "sha384"),
            Map.entry("HMAC_SHA2_256_128", "sha256"),
            Map.entry("AES_CMAC_96", "aescmac"),
            Map.entry("AES_XCBC_96", "aesxcbc"),
            Map.entry("HMAC_SHA1_96", "sha1"),
            Map.entry("HMAC_MD5_96", "md5"),
            Map.entry("DH19", "ecp256"),
            Map.entry("DH20", "ecp384"),
            Map.entry("DH21", "ecp521"),
            Map.entry("DH31", "curve25519"));

    /** A cipher's keyword with its key length in it. */
    private static final Map<String, String> CIPHERS = Map.ofEntries(
            Map.entry("AES_GCM_16", "aes%dgcm16"),
            Map.entry("AES_GCM_12", "aes%dgcm12"),
            Map.entry("AES_GCM_8", "aes%dgcm8"),
            Map.entry("AES_CCM_16", "aes%dccm16"),
            Map.entry("AES_CCM_12", "aes%dccm12"),
            Map.entry("AES_CCM_8", "aes%dccm8"),
            Map.entry("AES_CBC", "aes%d"),
            Map.entry("AES_CTR", "aes%dctr"),
            Map.entry("CAMELLIA_CBC", "camellia%d"),
            Map.entry("CAMELLIA_CTR", "camellia%dctr"),
            Map.entry("NULL_AUTH_AES_GMAC", "aes%dgmac"));

    private StrongSwanWriter() { }

    /** The value of {@code proposals}, of a value of {@code ike}. */
    static String ike(String ike) {
        List<String> all = new ArrayList<>();
        for (var proposal : ProposalParser.ike(ike).proposals()) {
            Set<String> words = ciphers(proposal);
            Set<String> prfs = words(proposal.prf());
            if (prfs.isEmpty()) {
                prfs.addAll(List.of("prfsha512", "prfsha256"));
            }
            if (!isAead(proposal)) {
                words.addAll(integrity(proposal, prfs));
            }
            words.addAll(prfs);
            words.addAll(groups(proposal));
            all.add(String.join("-", words));
        }
        return String.join(",", all);
    }

    /** libreswan takes the integrity from the pseudo-random function where only that is written. */
    private static Set<String> integrity(Proposal proposal, Set<String> prfs) {
        Set<String> integrity = words(proposal.integrity());
        if (integrity.isEmpty()) {
            for (String prf : prfs) {
                integrity.add(prf.substring("prf".length()));
            }
        }
        return integrity;
    }

    /** The value of {@code esp_proposals}, of values of {@code esp} and {@code ike}. */
    static String esp(String esp, String ike) {
        Set<String> ikeGroups = new LinkedHashSet<>();
        for (var proposal : ProposalParser.ike(ike).proposals()) {
            ikeGroups.addAll(groups(proposal));
        }
        List<String> all = new ArrayList<>();
        for (var proposal : ProposalParser.esp(esp).proposals()) {
            Set<String> words = ciphers(proposal);
            if (!isAead(proposal)) {
                Set<String> integrity = words(proposal.integrity());
                words.addAll(integrity.isEmpty() ? List.of("sha512", "sha256") : integrity);
            }
            Set<String> groups = proposal.groups().isEmpty() ? ikeGroups : words(proposal.groups());
            if (!groups.isEmpty()) {
                all.add(String.join("-", words) + "-" + String.join("-", groups));
            }
            if (proposal.groups().isEmpty() || groups.isEmpty()) {
                all.add(String.join("-", words));
            }
        }
        return String.join(",", all);
    }

    private static boolean isAead(Proposal proposal) {
        for (var chosen : proposal.encryption()) {
            if (!chosen.algorithm().aead()) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> ciphers(Proposal proposal) {
        Set<String> words = new LinkedHashSet<>();
        for (var chosen : proposal.encryption()) {
            var algorithm = chosen.algorithm();
            String pattern = CIPHERS.get(algorithm.name());
            if (pattern == null) {
                words.add(WORDS.get(algorithm.name()));
            } else if (chosen.keyLength() > 0) {
                words.add(withKeyLength(pattern, chosen.keyLength()));
            } else {
                addAll(pattern, algorithm.keyLengths(), words);
            }
        }
        return words;
    }

    /** The longest key first. */
    private static void addAll(String pattern, List<Integer> keyLengths, Set<String> words) {
        List<Integer> longestFirst = new ArrayList<>(keyLengths);
        longestFirst.sort(Collections.reverseOrder());
        for (int bits : longestFirst) {
            words.add(withKeyLength(pattern, bits));
        }
    }

    private static String withKeyLength(String pattern, int bits) {
        return pattern.replace("%d", Integer.toString(bits));
    }

    private static Set<String> groups(Proposal proposal) {
        return proposal.groups().isEmpty()
                ? new LinkedHashSet<>(List.of("ecp384", "ecp256", "ecp521", "modp3072", "modp4096"))
                : words(proposal.groups());
    }

    private static Set<String> words(List<ChosenAlgorithm> algorithms) {
        Set<String> words = new LinkedHashSet<>();
        for (var chosen : algorithms) {
            var algorithm = chosen.algorithm();
            if (!algorithm.isNone()) {
                words.add(algorithm.kind() == Kind.GROUP && algorithm.name().startsWith("MODP")
                        ? "modp" + algorithm.name().substring("MODP".length())
                        : WORDS.get(algorithm.name()));
            }
        }
        return words;
    }
}
