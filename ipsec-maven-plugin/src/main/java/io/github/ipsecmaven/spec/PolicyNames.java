package io.github.ipsecmaven.spec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The names of the NodeNetworkConfigurationPolicies. They are part of the language: a changed name orphans a tunnel,
 * because deleting a policy takes nothing off the node (kubernetes-nmstate, measured).
 */
public final class PolicyNames {

    /** A policy's name has to be a label value (kubernetes-nmstate's admission policy since v0.86.0). */
    private static final int LONGEST = 63;

    private static final int DIGEST_DIGITS = 8;

    private PolicyNames() {}

    /** One end of a name: what a connection is between. */
    record Ends(String node, String label) {

        private String plain() {
            return "ipsec-" + node + "-" + label;
        }

        private String digested() {
            return PolicyNames.digested(plain(), node + "/" + label);
        }
    }

    /** Whether a policy has one of the two names that the language may give it by itself. */
    public static boolean isUsual(String name, String node, String label) {
        Ends ends = new Ends(node, label);
        return name.equals(ends.plain()) || name.equals(ends.digested());
    }

    /**
     * The names of a cluster's connections, in their order: {@code ipsec-<node>-<remote>} wherever that is short and
     * unambiguous.
     */
    static List<String> of(List<Ends> connections) {
        Map<String, Integer> uses = new HashMap<>();
        for (Ends ends : connections) {
            uses.put(ends.plain(), uses.getOrDefault(ends.plain(), 0) + 1);
        }
        List<String> names = new ArrayList<>();
        for (Ends ends : connections) {
            boolean usable = ends.plain().length() <= LONGEST && uses.get(ends.plain()) == 1;
            names.add(usable ? ends.plain() : ends.digested());
        }
        return names;
    }

    /**
     * The name of the policy for the interfaces of a node: {@code esp-offload-<node>}. No connection has a name that
     * begins so, unless it was given one.
     */
    static String ofEspOffload(String node) {
        String plain = "esp-offload-" + node;
        return plain.length() <= LONGEST ? plain : digested(plain, node);
    }

    /** The readable head, and a digest that tells apart what the head cannot. */
    private static String digested(String plain, String whole) {
        String head = plain.substring(0, Math.min(plain.length(), LONGEST - DIGEST_DIGITS - 1));
        while (head.endsWith("-") || head.endsWith(".")) {
            head = head.substring(0, head.length() - 1);
        }
        return head + "-" + sha256(whole).substring(0, DIGEST_DIGITS);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
