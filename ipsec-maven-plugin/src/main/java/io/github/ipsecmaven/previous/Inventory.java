package io.github.ipsecmaven.previous;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a cluster's tree holds: the file {@code inventory.yaml} in it. The next run reads it to see what must not
 * disappear silently and which files are ours.
 *
 * @param cluster the cluster's name
 * @param network the fields of Network/cluster that the tree states
 * @param disruptionPolicy whether the tree states our part of the node disruption policy
 * @param connections by the policy's name
 * @param espOffload by node, the interfaces whose ESP offload the tree keeps off
 * @param pools by name
 * @param guards by pool, the networks that its nodes reach by tunnels or not at all, CIDR; none where the nodes were freed
 * @param paused the pools beside {@code pools} of which the spec said that they were paused
 * @param seals of the encrypted files, by path in the output directory
 * @param files SHA-256 in hex of every other file that the cluster's run wrote, by its path in the output directory
 */
public record Inventory(
        String cluster,
        NetworkFields network,
        boolean disruptionPolicy,
        SortedMap<String, PastConnection> connections,
        SortedMap<String, List<String>> espOffload,
        SortedMap<String, PastPool> pools,
        SortedMap<String, List<String>> guards,
        List<String> paused,
        SortedMap<String, Seal> seals,
        SortedMap<String, String> files) {

    /** The file's name in the cluster's folder. */
    public static final String FILE = "inventory.yaml";

    public Inventory {
        paused = List.copyOf(paused);
    }

    /**
     * The fields of Network/cluster that a tree states.
     *
     * @param mode as the API writes it
     */
    public record NetworkFields(
            String mode,
            Optional<String> encapsulation,
            Optional<Boolean> routingViaHost,
            Optional<PastMtuChange> mtuChange) {}

    /**
     * A stage of a change of the cluster network's MTU.
     *
     * @param to the new MTU in bytes
     * @param stage as the language writes it
     */
    public record PastMtuChange(int to, String stage) {}

    /**
     * A connection of a tree.
     *
     * @param network the name under {@code subnets}, where the remote has several
     * @param interfaceName the NetworkManager connection on the node
     */
    public record PastConnection(
            String node, String remote, Optional<String> network, String interfaceName, boolean absent) {

        /** What the user calls the far end: the remote, or {@code <remote>-<network>}. */
        public String label() {
            return network.map(name -> remote + "-" + name).orElse(remote);
        }
    }

    /**
     * A pool of a tree.
     *
     * @param importConfig the MachineConfig with the unit, the script and the anchors
     * @param certsConfig the MachineConfig with the bundles and the list
     * @param bundles the bundles' file names on the nodes
     * @param certificates what the anchors and the bundles certify, by their file names on the nodes
     * @param paused whether the spec said that the pool was paused, so that its nodes may have an older tree's
     */
    public record PastPool(String importConfig, String certsConfig, List<String> bundles,
            SortedMap<String, PastCertificate> certificates, boolean paused, boolean purged) {

        public PastPool {
            bundles = List.copyOf(bundles);
        }
    }

    /**
     * The public part of what nodes import.
     *
     * @param subject the distinguished name after RFC 2253
     * @param notAfter the last second of its validity
     * @param sha256 the fingerprint in lower-case hex
     * @param nodes who imports it; {@link #EVERY_NODE} for every node of the pool
     */
    public record PastCertificate(String subject, Instant notAfter, String sha256, List<String> nodes) {

        /** Stands for every node of a pool. */
        public static final String EVERY_NODE = "*";

        public PastCertificate {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * What binds an encrypted file to what is in it, so that it can stay as it is while that does.
     *
     * @param salt random, 16 bytes in hex
     * @param proof HMAC-SHA256 in hex of the file and its recipients, under a key that takes the salt and the plaintext
     *     to derive: whoever has neither the bundles nor a reader's private key can neither guess from it nor make one
     * @param recipients the public age keys that the file is encrypted for
     */
    public record Seal(String salt, String proof, List<String> recipients) {

        public Seal {
            recipients = List.copyOf(recipients);
        }
    }

    /** This inventory with other files. */
    public Inventory withFiles(SortedMap<String, String> otherFiles) {
        return new Inventory(cluster, network, disruptionPolicy, connections, espOffload, pools, guards, paused, seals, otherFiles);
    }

    /** The connections that were up. */
    public List<Map.Entry<String, PastConnection>> live() {
        List<Map.Entry<String, PastConnection>> live = new ArrayList<>();
        for (Map.Entry<String, PastConnection> connection : connections.entrySet()) {
            if (!connection.getValue().absent()) {
                live.add(connection);
            }
        }
        return live;
    }
}
