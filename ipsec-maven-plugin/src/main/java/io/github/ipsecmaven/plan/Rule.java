package io.github.ipsecmaven.plan;

/**
 * Why something happens.
 *
 * @param why the rule in a sentence without a full stop
 * @param source where it was read: {@code <repository>, <file>}, a page, or a fact that was measured
 */
public record Rule(String why, String source) {}
