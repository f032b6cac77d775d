package io.github.ipsecmaven.openshift;

import java.util.regex.Pattern;

/**
 * An OpenShift version as {@code cluster.openshift} writes it: {@code x.y} or {@code x.y.z}.
 *
 * <p>Without a z it is judged as {@code x.y.0}, the least that a cluster of that minor can be; {@link #patchGiven()}
 * keeps the difference so that a finding can ask for the z. Two versions that differ only in that compare as equal and
 * are not {@code equals}.
 *
 * @param major 4, or 5: release branches 5.0 to 5.2 follow 4.23 (openshift/api, cluster-network-operator)
 * @param minor the y of x.y.z
 * @param patch the z of x.y.z, 0 where it was not given
 * @param patchGiven whether the z was written
 */
public record Version(int major, int minor, int patch, boolean patchGiven) implements Comparable<Version> {

    // Two digits more than any release has had, few enough that parseInt cannot overflow.
    private static final String NUMBER = "(0|[1-9][0-9]{0,3})";
    private static final Pattern FORM = Pattern.compile(NUMBER + "\\." + NUMBER + "(?:\\." + NUMBER + ")?");

    /**
     * Reads a version. Pre-releases ({@code 4.19.0-rc.1}) and builds are refused: what they can do depends on the day
     * they were cut, and nothing here could judge them.
     *
     * @param text {@code x.y} or {@code x.y.z}, decimal, without leading zeros or blanks
     * @throws IllegalArgumentException if the text is anything else; the message says what is expected
     */
    public static Version parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an OpenShift version: '" + text
                    + "' (expected x.y or x.y.z, for example 4.19 or 4.19.22, without a pre-release suffix)");
        }
        var patch = matcher.group(3);
        return new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
                patch == null ? 0 : Integer.parseInt(patch), patch != null);
    }

    /** The minor stream, {@code x.y}: two versions of one stream have equal streams. */
    public Version stream() {
        return new Version(major, minor, 0, false);
    }

    /** This stream's release with the given z. */
    public Version withPatch(int z) {
        return new Version(major, minor, z, true);
    }

    /** Whether this version is the other or a later one. */
    public boolean isAtLeast(Version other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(Version other) {
        if (major != other.major) {
            return Integer.compare(major, other.major);
        }
        return minor != other.minor ? Integer.compare(minor, other.minor) : Integer.compare(patch, other.patch);
    }

    /** The version as it was written. */
    @Override
    public String toString() {
        return patchGiven ? major + "." + minor + "." + patch : major + "." + minor;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version that && major == that.major && minor == that.minor && patch == that.patch
                && patchGiven == that.patchGiven;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * major + minor) + patch;
    }
}
