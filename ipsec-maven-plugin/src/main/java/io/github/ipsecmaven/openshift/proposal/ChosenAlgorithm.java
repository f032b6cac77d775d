package io.github.ipsecmaven.openshift.proposal;

/**
 * An algorithm at its place in a proposal string.
 *
 * @param algorithm what was chosen
 * @param keyLength key length in bits, 0 where none was written, which means every length
 * @param strength the algorithm's own, but WEAK for integrity {@code none} beside a cipher that brings none
 * @param offset where it begins in the string, in UTF-16 units
 * @param text how it was written, key length included
 */
public record ChosenAlgorithm(Algorithm algorithm, int keyLength, Strength strength, int offset, String text) { }
