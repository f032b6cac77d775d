package io.github.ipsecmaven;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.fleet.Fleet.Planned;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.LabKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A change of specs to report on: what was merged in {@code before/}, what is to be in {@code after/}. */
final class ReviewCase {

    private ReviewCase() {}

    /** The reports on a case, in an empty folder. */
    static PlanReports of(Path resources, Path folder) throws Exception {
        Path before = resources.resolve("before");
        if (Files.exists(before)) {
            ConfigRepository.copyOf(before, folder.resolve("before")).fleet().generate().changes().orElseThrow();
        }
        ConfigRepository after = ConfigRepository.copyOf(resources.resolve("after"), folder.resolve("after"));
        if (Files.exists(before)) {
            Files.move(folder.resolve("before/manifests"), after.output());
        }
        Planned planned = after.fleet().plan(Optional.empty());
        // Where the old tree lies is another place in every run.
        Planned named = new Planned(planned.compiled(), "main (3f2c1ab0)", planned.notes(), planned.clusters());
        return new PlanReports(new Run(folder, after.output(), Map.of(), LabKeys.NOW), named);
    }
}
