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
        return key.map(name -> "CA-" + name).orElse("CA");
    }

    /** The file's name on the nodes: {@code ca.pem}, the published procedure's, or {@code ca-<key>.pem}. */
    public String fileName() {
        return key.map(name -> "ca-" + name + ".pem").orElse("ca.pem");
    }

    static List<Anchor> of(Section document) {
        List<Anchor> anchors = new ArrayList<>();
        document.text("ca").ifPresent(path ->
                anchors.add(new Anchor(Optional.empty(), new FileRef(document.at("ca"), path, false))));
        Section named = document.section("ca");
        named.tree().entries().keySet().forEach(key ->
                anchors.add(new Anchor(Optional.of(key), FileRef.of(named, key).orElseThrow())));
        return List.copyOf(anchors);
    }
}
