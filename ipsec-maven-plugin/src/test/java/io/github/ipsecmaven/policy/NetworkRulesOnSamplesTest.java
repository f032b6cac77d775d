package io.github.ipsecmaven.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.openshift.Releases;
import io.github.ipsecmaven.openshift.Version;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.SpecLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules about connections, identities, options and releases find in the samples what those mean to show. */
class NetworkRulesOnSamplesTest {

    private static final Path SAMPLES = Path.of("../samples/clusters").toAbsolutePath().normalize();

    @ParameterizedTest
    @CsvSource({"adopted, ''", "pod-to-pod, ''", "source-procedure, IPSEC-I001", "three-nodes, ''"})
    void findWhatTheSampleMeansToShow(String sample, String expected) {
        Diagnostics diagnostics = new Diagnostics();
        ClusterSpec spec =
                SpecLoader.load(SAMPLES.resolve(sample + "/ipsec.yaml"), SAMPLES, diagnostics).orElseThrow();
        Version version = Version.parse(spec.cluster().openshift());
        Facts facts = new Facts(spec, version, Releases.of(version).orElseThrow(),
                new Credentials(List.of(), Map.of(), List.of()), Optional.empty(), Optional.empty(), Set.of(),
                Instant.EPOCH);
        for (Rule rule : Catalogue.RULES) {
            if (rule.info().id().matches("IPSEC-[AEIR].*")) {
                rule.check(facts, new Findings(rule.info(), diagnostics));
            }
        }
        assertEquals(expected, String.join(" ", diagnostics.all().stream().map(finding -> finding.rule()).toList()));
    }
}
