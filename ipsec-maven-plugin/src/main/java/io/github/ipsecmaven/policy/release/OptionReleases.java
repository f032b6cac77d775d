package io.github.ipsecmaven.policy.release;

import io.github.ipsecmaven.openshift.Availability;
import io.github.ipsecmaven.openshift.LibreswanOption;
import io.github.ipsecmaven.openshift.LibreswanOptions;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.WrittenOption;
import java.util.ArrayList;
import java.util.List;

/** What is known of the options that a cluster's tunnels use, and of its release. */
final class OptionReleases {

    private OptionReleases() {}

    /** The written options of which the release gives the answer; none where the release itself is refused. */
    static List<WrittenOption> written(Facts facts, Availability.Answer answer) {
        List<WrittenOption> written = new ArrayList<>();
        if (facts.isSupported()) {
            for (WrittenOption option : WrittenOption.all(facts.spec())) {
                if (answer(option.option(), facts) == answer) {
                    written.add(option);
                }
            }
        }
        return written;
    }

    /** Says in a sentence's end where an option is to be had. */
    static String describe(LibreswanOption option, Facts facts) {
        Availability availability = LibreswanOptions.availableFrom(option, facts.version());
        List<String> places = new ArrayList<>();
        if (availability instanceof Availability.Never) {
            LibreswanOptions.firstReleases(option).forEach(version -> places.add(version.toString()));
            return places.isEmpty() ? "in no release on record" : "first in " + String.join(", ", places);
        }
        return availability.describe(facts.version());
    }

    private static Availability.Answer answer(LibreswanOption option, Facts facts) {
        return LibreswanOptions.availableFrom(option, facts.version()).in(facts.version());
    }
}
