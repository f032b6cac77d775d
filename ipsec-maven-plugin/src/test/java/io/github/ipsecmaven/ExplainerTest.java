package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.explain.LanguageKeys;
import io.github.ipsecmaven.explain.UnknownTopicException;
import io.github.ipsecmaven.spec.schema.LanguageSchema;
import io.github.ipsecmaven.testkit.LabKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainerTest {

    private static final String SPEC = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: case}
            cluster: {openshift: "4.19.22", platform: BareMetal}
            mode: External
            ca: certs/ca.pem
            nodeDefaults:
              domain: prod.example.com
              bundle: certs/{node}.p12
            nodes:
              worker-0: {}
              worker-1: {}
            remotes:
              nas:
                address: nas.example.com
                subnet: 10.1.2.3/32
                type: transport
                libreswan: {esp: aes_gcm256}
                nodes:
                  worker-0:
                    type: tunnel
                  worker-1: {state: absent}
              branch:
                address: 198.51.100.7
                subnets:
                  lan: 172.20.0.0/16
                type: tunnel
            """;

    @TempDir
    private Path folder;

    @Test
    void aRuleIsExplainedByItsReason() throws UnknownTopicException {
        String text = Explainer.explain("ipsec-n003");
        assertTrue(text.startsWith("IPSEC-N003 (error)\nTunnels need routingViaHost."), text);
        assertTrue(text.endsWith("It cannot be waived."), text);
    }

    @Test
    void everyFindingIsExplained() throws UnknownTopicException {
        for (FindingInfo info : FindingCatalogue.ALL) {
            assertTrue(Explainer.explain(info.id()).contains(" be waived."), info.id());
        }
    }

    @Test
    void aKeyIsExplainedByTheSchema() throws UnknownTopicException {
        assertEquals("""
                policy.warnBefore
                  How long before it expires a certificate is warned about: an ISO 8601 period of days.
                  form: a period of days is written P30D
                  default: P30D
                  examples: P30D""", Explainer.explain("policy.warnBefore"));
    }

    @Test
    void keysBelowNamesLeaveTheNamesOut() throws UnknownTopicException {
        assertTrue(Explainer.explain("remotes.subnet").contains("The network behind the remote"));
        assertTrue(Explainer.explain("remotes.nodes.type").contains("may be: transport, tunnel"));
        assertTrue(Explainer.explain("nodes").contains("keys below: address, bundle, domain, espOffload, password, pool, state"));
        assertTrue(Explainer.explain("waivers.until").contains("The last day"));
    }

    @Test
    void aPathOfASpecLeadsToItsKey() throws UnknownTopicException {
        assertEquals(Explainer.explain("remotes.subnet"), Explainer.explain("remotes.nas.subnet"));
        assertEquals(Explainer.explain("remotes.nodes.type"), Explainer.explain("remotes.nas.nodes.worker-0.type"));
        assertEquals(Explainer.explain("nodes.password.env"), Explainer.explain("nodes.worker-0.password.env"));
        assertTrue(message("remotes.nas.sbunet").startsWith("there is no key 'remotes.nas.sbunet'"));
        assertTrue(message("remotes.nas").startsWith("there is no key 'remotes.nas'"));
    }

    @Test
    void everyKeyHasADescription() throws UnknownTopicException {
        LanguageKeys keys = new LanguageKeys(LanguageSchema.get().document());
        for (String path : keys.paths()) {
            assertTrue(keys.explain(path).split("\n")[1].length() > 5, path);
        }
    }

    @Test
    void aPairIsExplainedWithThePlacesOfItsValues() throws Exception {
        assertEquals("""
                worker-0/nas in cluster case
                  policyName           ipsec-worker-0-nas         default
                  interface            nas                        default
                  pool                 worker                     default
                  address of the node  worker-0.prod.example.com  ipsec.yaml:8
                  bundle               certs/worker-0.p12         ipsec.yaml:9
                  address              nas.example.com            ipsec.yaml:15
                  identity             @nas.example.com           default
                  type                 tunnel                     ipsec.yaml:21
                  subnet               10.1.2.3/32                ipsec.yaml:16
                  failClosed           false                      default
                  libreswan.esp        aes_gcm256                 ipsec.yaml:18""", pair("worker-0/nas"));
    }

    @Test
    void anAbsentPairSaysWhoRemovedIt() throws Exception {
        assertTrue(pair("worker-1/nas").endsWith("absent              ipsec.yaml:22"), pair("worker-1/nas"));
    }

    @Test
    void aRemoteWithSeveralNetworksHasSeveralPairs() throws Exception {
        assertTrue(pair("worker-0/branch").contains("172.20.0.0/16"));
        assertEquals(pair("worker-0/branch"), pair("worker-0/branch-lan"));
    }

    @Test
    void anUnknownNameFailsWithTheNearestOnes() {
        assertEquals("there is no rule 'IPSEC-N0003'; did you mean IPSEC-N003?", message("IPSEC-N0003"));
        assertTrue(message("remotes.sbunet").contains("did you mean remotes.subnet"), message("remotes.sbunet"));
        assertTrue(message("subnet").contains("remotes.subnet"), message("subnet"));
        assertEquals("there is no key 'worker-0'; a rule is written IPSEC-N003, a key remotes.subnet, "
                + "a node and a remote worker-0/nas", message("worker-0"));
        assertEquals("there is no node and remote 'worker-0/nsa'; did you mean worker-0/nas?",
                assertThrows(UnknownTopicException.class, () -> pair("worker-0/nsa")).getMessage());
    }

    private static String message(String topic) {
        return assertThrows(UnknownTopicException.class, () -> Explainer.explain(topic)).getMessage();
    }

    private String pair(String topic) throws IOException, UnknownTopicException {
        Path spec = Files.writeString(folder.resolve("ipsec.yaml"), SPEC);
        Run run = new Run(folder, folder.resolve("manifests"), Map.of(), LabKeys.NOW);
        return Explainer.explain(topic, run, List.of(spec), new Diagnostics());
    }
}
