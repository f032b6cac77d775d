package io.github.ipsecmaven.openshift.proposal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * libreswan's proposals as strongSwan writes them, for a peer that runs it. What libreswan fills in where a part is left
 * out is written down, because strongSwan fills in nothing.
 */
public final class StrongSwanProposals {

    /** What libreswan fills in (measured on 5.2). */
    static final String LIBRESWAN_IKE = "aes_gcm256+aes_gcm128-sha2_512+sha2_256;dh20+dh19+dh21+modp3072+modp4096,"
            + "aes256+aes128-sha2_512+sha2_256;dh20+dh19+dh21+modp3072+modp4096";
    static final String LIBRESWAN_ESP = "aes_gcm256+aes_gcm128,aes256+aes128-sha2_512+sha2_256";

    // The same as strongSwan writes it. Most tunnels need nothing else, and a cold run then reads no proposal at all.
    private static final String GROUPS = "ecp384-ecp256-ecp521-modp3072-modp4096";
    private static final String DEFAULT_IKE = "aes256gcm16-aes128gcm16-prfsha512-prfsha256-" + GROUPS
            + ",aes256-aes128-sha512-sha256-prfsha512-prfsha256-" + GROUPS;
    private static final String DEFAULT_ESP = "aes256gcm16-aes128gcm16-" + GROUPS + ",aes256gcm16-aes128gcm16"
            + ",aes256-aes128-sha512-sha256-" + GROUPS + ",aes256-aes128-sha512-sha256";

    /** A fleet has few proposals, and each of its tunnels asks for one. */
    private static final Map<List<String>, String> WRITTEN = new ConcurrentHashMap<>();

    private StrongSwanProposals() { }

    /** The value of {@code proposals} for a peer whose {@code ike} is this; libreswan's defaults where it is empty. */
    public static String ike(String ike) {
        if (ike.isEmpty()) {
            return DEFAULT_IKE;
        }
        List<String> key = List.of(ike);
        String known = WRITTEN.get(key);
        if (known == null) {
            known = StrongSwanWriter.ike(ike);
            WRITTEN.put(key, known);
        }
        return known;
    }

    /**
     * The value of {@code esp_proposals}. libreswan rekeys with the group of the IKE SA where {@code esp} names none, so
     * each such proposal is there with those groups and without.
     */
    public static String esp(String esp, String ike) {
        if (esp.isEmpty() && ike.isEmpty()) {
            return DEFAULT_ESP;
        }
        List<String> key = List.of(esp, ike);
        String known = WRITTEN.get(key);
        if (known == null) {
            known = StrongSwanWriter.esp(esp.isEmpty() ? LIBRESWAN_ESP : esp, ike.isEmpty() ? LIBRESWAN_IKE : ike);
            WRITTEN.put(key, known);
        }
        return known;
    }
}
