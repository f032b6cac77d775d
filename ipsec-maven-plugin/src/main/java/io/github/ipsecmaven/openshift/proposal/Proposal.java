package io.github.ipsecmaven.openshift.proposal;

import java.util.ArrayList;
import java.util.List;

/**
 * One proposal: alternatives of each kind. Where a list other than {@code encryption} is empty, libreswan fills in its
 * defaults (no group in ESP).
 *
 * @param offset where the proposal begins in the string, in UTF-16 units
 * @param encryption ciphers, at least one
 * @param prf pseudo-random functions, in {@code ike} only
 * @param integrity integrity algorithms
 * @param groups Diffie-Hellman groups
 */
public record Proposal(int offset, List<ChosenAlgorithm> encryption, List<ChosenAlgorithm> prf,
        List<ChosenAlgorithm> integrity, List<ChosenAlgorithm> groups) {

    public Proposal {
        encryption = List.copyOf(encryption);
        prf = List.copyOf(prf);
        integrity = List.copyOf(integrity);
        groups = List.copyOf(groups);
    }

    /** Every algorithm, in the order of the parameters. */
    public List<ChosenAlgorithm> algorithms() {
        var all = new ArrayList<>(encryption);
        all.addAll(prf);
        all.addAll(integrity);
        all.addAll(groups);
        return List.copyOf(all);
    }
}
