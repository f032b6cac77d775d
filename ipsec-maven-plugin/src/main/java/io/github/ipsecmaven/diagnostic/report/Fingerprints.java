package io.github.ipsecmaven.diagnostic.report;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Tells whether a finding is the one of yesterday, although lines were added above it: by its rule, its file and its
 * message. Findings that are alike in these are counted in their order.
 */
final class Fingerprints {

    private final Map<String, Integer> seen = new HashMap<>();

    /** To be asked once for each finding, in the order of the report. */
    String next(Diagnostic finding, String file) {
        String identity = String.join("\n", finding.rule(), file, finding.message());
        int occurrence = seen.merge(identity, 1, Integer::sum);
        return HexFormat.of().formatHex(sha256(identity + "\n" + occurrence), 0, 16);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
