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
public record NodeSoftware(int fromPatch, String networkManagerLibreswan, boolean exact, String libreswan) {

    /** Whether the nodes are known to have the given NetworkManager-libreswan ({@code 1.2.26}) or a later one. */
    public boolean hasPlugin(String required) {
        return PackageVersion.isAtLeast(networkManagerLibreswan, required);
    }
}
