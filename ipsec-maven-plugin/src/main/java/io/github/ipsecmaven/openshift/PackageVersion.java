package io.github.ipsecmaven.openshift;

/** Comparison of upstream package versions: dotted numbers, a distribution's release after {@code -} left aside. */
final class PackageVersion {

    private PackageVersion() { }

    /** Whether one version ({@code 1.2.27-2}) is the required one ({@code 1.2.27}) or a later one. */
    static boolean isAtLeast(String version, String required) {
        var have = numbers(version);
        var want = numbers(required);
        for (int i = 0; i < Math.max(have.length, want.length); i++) {
            int difference = part(have, i) - part(want, i);
            if (difference != 0) {
                return difference > 0;
            }
        }
        return true;
    }

    private static String[] numbers(String version) {
        int release = version.indexOf('-');
        return (release < 0 ? version : version.substring(0, release)).split("\\.");
    }

    private static int part(String[] numbers, int index) {
        return index < numbers.length ? Integer.parseInt(numbers[index]) : 0;
    }
}
