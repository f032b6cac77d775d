package io.github.ipsecmaven;

import io.github.ipsecmaven.cluster.PausedTunnels;
import io.github.ipsecmaven.cluster.TreeFinding;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.fleet.FleetFinding;
import io.github.ipsecmaven.limits.Limits;
import io.github.ipsecmaven.pki.FileFinding;
import io.github.ipsecmaven.policy.Catalogue;
import io.github.ipsecmaven.policy.waiver.WaiverFinding;
import io.github.ipsecmaven.seal.SealFinding;
import io.github.ipsecmaven.spec.SpecFinding;
import io.github.ipsecmaven.spec.schema.SchemaFinding;
import io.github.ipsecmaven.spec.yaml.YamlFinding;
import java.util.List;
import java.util.stream.Stream;

/** Everything that can be found, sorted by id: the rules, and what is wrong before rules can be asked. */
public final class FindingCatalogue {

    public static final List<FindingInfo> ALL = Stream.of(
                    Stream.of(YamlFinding.values()).map(YamlFinding::info),
                    Stream.of(SchemaFinding.values()).map(SchemaFinding::info),
                    Stream.of(SpecFinding.values()).map(SpecFinding::info),
                    Stream.of(FileFinding.values()).map(FileFinding::info),
                    Stream.of(TreeFinding.values()).map(TreeFinding::info),
                    Stream.of(FleetFinding.values()).map(FleetFinding::info),
                    Stream.of(SealFinding.values()).map(SealFinding::info),
                    Stream.of(WaiverFinding.values()).map(WaiverFinding::info),
                    Stream.of(PausedTunnels.INFO.asFinding()),
                    Limits.ALL.stream().map(limit -> limit.info().asFinding()),
                    Catalogue.RULES.stream().map(rule -> rule.info().asFinding()))
            .flatMap(infos -> infos)
            .sorted()
            .toList();

    private FindingCatalogue() {}
}
