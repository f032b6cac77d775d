package io.github.ipsecmaven.spec;

import java.util.List;
import java.util.Optional;

/**
 * The spec of one cluster: a document that is the language, with its defaults laid under it, every node with {@code
 * nodeDefaults} applied and every connection spelled out. Whether it makes sense is for the rules to say.
 *
 * @param section the document
 * @param name {@code metadata.name}
 * @param encapsulation {@code Auto} or {@code Always}, as written
 * @param pools those that the spec says something of, in the order written
 * @param connections live and absent, ordered by node and remote as written
 * @param rebootOnRotation {@code rotation.reboot}
 */
public record ClusterSpec(
        Section section,
        String name,
        Cluster cluster,
        Mode mode,
        Optional<String> encapsulation,
        List<Anchor> anchors,
        List<Pool> pools,
        List<Node> nodes,
        List<Remote> remotes,
        List<Connection> connections,
        boolean rebootOnRotation) {

    /** The live connections. */
    public List<Connection> tunnels() {
        return connections.stream().filter(connection -> !connection.absent()).toList();
    }

    public Optional<Pool> pool(String name) {
        return pools.stream().filter(pool -> pool.name().equals(name)).findFirst();
    }
}
