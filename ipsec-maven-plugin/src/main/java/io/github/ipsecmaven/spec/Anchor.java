package io.github.ipsecmaven.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A trust anchor: a file with one self-signed certificate.
 *
 * @param key its name under {@code ca}; empty where {@code ca} is a lone path
 */
public record Anchor(Optional<String> key, FileRef file) {

    /** The nickname in the nodes' NSS databases: {@code CA}, the published procedure's, or {@code CA-<key>}. */
    public String nickname() {
        return key.isPresent() ? "CA-" + key.get() : "CA";
    }

    /** The file's name on the nodes: {@code ca.pem}, the published procedure's, or {@code ca-<key>.pem}. */
    public String fileName() {
        return key.isPresent() ? "ca-" + key.get() + ".pem" : "ca.pem";
    }

    static List<Anchor> of(Section document) {
        List<Anchor> anchors = new ArrayList<>();
        Optional<String> lone = document.text("ca");
        if (lone.isPresent()) {
            anchors.add(new Anchor(Optional.empty(), new FileRef(document.at("ca"), lone.get(), false)));
        }
        Section named = document.section("ca");
        for (String key : named.tree().entries().keySet()) {
            anchors.add(new Anchor(Optional.of(key), FileRef.of(named, key).orElseThrow()));
        }
        return List.copyOf(anchors);
    }
}
