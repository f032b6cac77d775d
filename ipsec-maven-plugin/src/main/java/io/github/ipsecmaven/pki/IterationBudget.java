package io.github.ipsecmaven.pki;

import java.math.BigInteger;

/** Adds up iteration counts and refuses a sum that would take too long to compute. */
final class IterationBudget {
    private final int most;
    private long spent;

    IterationBudget(int most) {
        this.most = most;
    }

    /** Call before each derivation. */
    void spend(int iterations) throws BundleException {
        spent += iterations;
        if (spent > most) {
            throw tooMany();
        }
    }

    /** An iteration count as it stands in the file: at least 1, at most what the budget allows. */
    static int count(BigInteger iterations) throws BundleException {
        if (iterations.signum() <= 0) {
            throw new BundleException(BundleException.Reason.MALFORMED, "The bundle has an iteration count below 1.");
        }
        if (iterations.bitLength() > 31) {
            throw tooMany();
        }
        return iterations.intValueExact();
    }

    private static BundleException tooMany() {
        return new BundleException(BundleException.Reason.TOO_MANY_ITERATIONS,
                "The bundle's iteration counts add up to more than " + BundleReader.MAX_ITERATIONS
                        + "; opening it would take too long.");
    }
}
