package io.github.ipsecmaven.proof;

import io.github.ipsecmaven.tree.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A text under the identity of the program that wrote it, with a digest by which cut-off and changed ones are found. */
final class SealedText {

    private static final String HEAD = "ipsec-proof 2 ";
    private static final String SEAL = "sha256 ";

    private SealedText() {}

    /** @param text ends with a line break, or is empty */
    static byte[] encode(String identity, String text) {
        byte[] sealed = (HEAD + identity + '\n' + text).getBytes(StandardCharsets.UTF_8);
        byte[] seal = (SEAL + Digest.of(sealed) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(sealed, sealed.length + seal.length);
        System.arraycopy(seal, 0, whole, sealed.length, seal.length);
        return whole;
    }

    /** Reads what {@link #encode} wrote; empty for anything else, such as what another program or release wrote. */
    static Optional<String> decode(String identity, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.lastIndexOf(SEAL);
        String head = HEAD + identity + "\n";
        if (!text.startsWith(head) || end < head.length()) {
            return Optional.empty();
        }
        String seal = SEAL + Digest.of(text.substring(0, end).getBytes(StandardCharsets.UTF_8)) + "\n";
        return text.substring(end).equals(seal) ? Optional.of(text.substring(head.length(), end)) : Optional.empty();
    }
}
