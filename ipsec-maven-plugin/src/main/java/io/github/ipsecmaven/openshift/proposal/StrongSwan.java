package io.github.ipsecmaven.openshift.proposal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** strongSwan's names for what libreswan spells otherwise (strongSwan documentation, "IKEv2 cipher suites"). */
final class StrongSwan {

    private static final Pattern AES = Pattern.compile("aes(128|192|256)(gcm|ccm|ctr|gmac)(8|12|16|64|96|128)?");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("prfsha1", "sha1"),
            Map.entry("prfsha256", "sha2_256"),
            Map.entry("prfsha384", "sha2_384"),
            Map.entry("prfsha512", "sha2_512"),
            Map.entry("prfmd5", "md5"),
            Map.entry("prfaesxcbc", "aes_xcbc"),
            Map.entry("aesxcbc", "aes_xcbc"),
            Map.entry("aescmac", "aes_cmac"),
            Map.entry("x25519", "dh31"),
            Map.entry("modpnone", "none"));

    private StrongSwan() { }

    /** What libreswan calls the thing, if the word is one of strongSwan's. */
    static Optional<String> translate(String word) {
        var lowerCase = word.toLowerCase(Locale.ROOT);
        if (lowerCase.endsWith("!")) {
            var strict = lowerCase.substring(0, lowerCase.length() - 1);
            return Optional.of(translate(strict).orElse(strict));
        }
        var aes = AES.matcher(lowerCase);
        if (aes.matches()) {
            return Optional.of("aes_" + aes.group(2) + icv(aes.group(3)) + aes.group(1));
        }
        return Optional.ofNullable(WORDS.get(lowerCase));
    }

    // strongSwan counts the integrity check value in octets or in bits; libreswan's default is 16 octets.
    private static String icv(String length) {
        if (length == null) {
            return "";
        }
        return switch (length) {
            case "8", "64" -> "_8_";
            case "12", "96" -> "_12_";
            default -> "";
        };
    }
}
