package io.github.ipsecmaven.openshift;

/**
 * What the nodes of a stream run from one z on: the packages of the {@code ipsec} extension.
 *
 * @param fromPatch the first z that this describes
 * @param networkManagerLibreswan version of NetworkManager-libreswan, {@code 1.2.27-2}; {@code 0} where nothing is on
 *         record
 * @param exact whether that version is what was seen; otherwise it is the least that the release has
 * @param libreswan version of libreswan as far as it is on record: {@code 4.6}, or a major line, {@code 5.x}
 */
public record NodeSoftware(int fromPatch, String networkManagerLibreswan, boolean exact, String libreswan) { }
