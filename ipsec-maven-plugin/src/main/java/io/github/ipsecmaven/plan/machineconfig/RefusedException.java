package io.github.ipsecmaven.plan.machineconfig;

/** The operator renders no config of a pool: the pool degrades, and no node is touched. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    RefusedException(String message) {
        super(message);
    }
}
