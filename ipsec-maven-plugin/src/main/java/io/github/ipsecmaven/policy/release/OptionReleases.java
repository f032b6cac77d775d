package io.github.ipsecmaven.policy.release;

import io.github.ipsecmaven.openshift.Availability;
import io.github.ipsecmaven.openshift.LibreswanOption;
import io.github.ipsecmaven.openshift.LibreswanOptions;
import io.github.ipsecmaven.openshift.Releases;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.WrittenOption;
import io.github.ipsecmaven.spec.Tunnel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is known of the options that a cluster's tunnels use, and of its release. */
final class OptionReleases {

    private OptionReleases() {}

    /** The written options of which the release gives the answer; none where the release itself is refused. */
    static List<WrittenOption> written(Facts facts, Availability.Answer answer) {
        return isSupported(facts) ? WrittenOption.all(facts.spec()).stream()
                .filter(option -> answer(option.option(), facts) == answer).toList() : List.of();
    }

    /** The options that we write for the tunnels, of which the cluster's release gives the answer. */
    static List<String> emitted(Facts facts, Availability.Answer answer) {
        List<Tunnel> tunnels = facts.spec().tunnels().stream().map(tunnel -> tunnel.tunnel().orElseThrow()).toList();
        Set<String> names = new LinkedHashSet<>();
        if (!tunnels.isEmpty() && isSupported(facts)) {
            names.addAll(List.of("leftmodecfgclient", "type"));
        }
        if (!names.isEmpty() && tunnels.stream().anyMatch(tunnel -> tunnel.localSubnet().isPresent())) {
            names.add("leftsubnet");
        }
        return names.stream().filter(name -> answer(option(name), facts) == answer).toList();
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

    static LibreswanOption option(String name) {
        return LibreswanOptions.find(name).orElseThrow();
    }

    private static boolean isSupported(Facts facts) {
        return facts.version().isAtLeast(Releases.oldest().stream());
    }

    private static Availability.Answer answer(LibreswanOption option, Facts facts) {
        return LibreswanOptions.availableFrom(option, facts.version()).in(facts.version());
    }
}
