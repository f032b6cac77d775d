package io.github.ipsecmaven.policy.network;

/**
 * What a packet between pods grows by on its way through the host's network, in bytes (cluster-network-operator,
 * pkg/network/ovn_kubernetes.go).
 */
final class Overhead {

    /** Geneve, always. */
    static final int GENEVE = 100;

    /** ESP in transport mode with AES-GCM; in mode Full only. */
    static final int ESP = 46;

    /** Both. */
    static final int FULL = GENEVE + ESP;

    private Overhead() {}
}
