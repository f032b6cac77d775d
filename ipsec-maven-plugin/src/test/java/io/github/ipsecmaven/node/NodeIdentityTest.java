package io.github.ipsecmaven.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines of the list a node takes for its own. */
class NodeIdentityTest {

    @TempDir
    private static Path pkiFolder;

    private static Pki.Identity root;
    private static Path eastBundle;
    private static Path westBundle;

    @TempDir
    private Path folder;

    private NodeRoot node;

    @BeforeAll
    static void makeCertificates() {
        Tools.assumePrivateRoot();
        var pki = new Pki(pkiFolder);
        root = pki.authority("/O=Acme/CN=Root");
        eastBundle = pki.bundle(pki.leaf(root, "/O=Acme/CN=east"), "east");
        westBundle = pki.bundle(pki.leaf(root, "/O=Acme/CN=west"), "west");
    }

    @BeforeEach
    void aPoolThatCarriesTwoBundles() {
        node = new NodeRoot(folder);
        node.anchor("ca.pem", root);
        node.bundle("east.p12", eastBundle);
        node.bundle("west.p12", westBundle);
    }

    @ParameterizedTest
    @CsvSource({
        "worker-0, worker-0",
        "worker-0, worker-0.example.com",
        "worker-0.example.com, worker-0",
        "worker-0.example.com, worker-0.example.com",
        "worker-0.example.com, Worker-0.Example.COM",
        "localhost-0, localhost-0.example.com",
        "worker-0, worker-0.a-name-of-64-characters-is-the-longest.example.xxxxxxxx"
    })
    void aNodeIsKnownByItsFullNameOrByItsFirstLabel(String key, String hostName) {
        node.hostName(hostName);
        node.list(key + " east.p12 east -", "worker-1 west.p12 west -");

        succeeds();

        assertEquals(Set.of("CA", "east"), node.nicknames());
    }

    @Test
    void aFullNameOutranksTheFirstLabel() {
        node.hostName("worker-0.b.example.com");
        node.list("worker-0 west.p12 west -", "worker-0.b.example.com east.p12 east -");

        succeeds();

        assertEquals(Set.of("CA", "east"), node.nicknames());
    }

    @Test
    void twoFullNamesThatDifferAreTwoHosts() {
        node.hostName("worker-0.b.example.com");
        node.list("worker-0.a.example.com east.p12 east -");

        var output = succeeds();

        assertEquals(Set.of("CA"), node.nicknames());
        assertTrue(output.contains("does not name worker-0.b.example.com: 0 bundles"), output);
    }

    @ParameterizedTest
    @CsvSource({"worker-0, worker-0.b.example.com", "worker-0.c.example.com, worker-0"})
    void aFirstLabelThatSeveralNodesShareIsAFailure(String hostName, String secondKey) {
        node.hostName(hostName);
        node.list("worker-0.a.example.com east.p12 east -", secondKey + " west.p12 west -");

        var result = node.run();

        assertNotEquals(0, result.exitCode(), result.output());
        assertTrue(result.output().contains("several nodes"), result.output());
        assertEquals(Set.of(), node.nicknames());
    }

    @Test
    void aLineForEveryNodeNeedsNoHostName() {
        node.hostName("localhost");
        node.list("* east.p12 east -");

        succeeds();

        assertEquals(Set.of("CA", "east"), node.nicknames());
    }

    @Test
    void aNodeGetsItsOwnBundleAndThatOfEveryNode() {
        node.list("* east.p12 east -", "worker-0 west.p12 west -");

        succeeds();

        assertEquals(Set.of("CA", "east", "west"), node.nicknames());
    }

    @Test
    void aHostThatIsNotNamedGetsTheBundleOfEveryNode() {
        node.hostName("worker-9");
        node.list("* east.p12 east -", "worker-0 west.p12 west -");

        var output = succeeds();

        assertEquals(Set.of("CA", "east"), node.nicknames());
        assertTrue(output.contains("does not name worker-9: 1 bundles"), output);
    }

    @Test
    void aNodeThatTheListNoLongerNamesLosesItsKey() {
        node.list("worker-0 east.p12 east -", "worker-1 west.p12 west -");
        succeeds();
        node.list("worker-1 west.p12 west -");

        succeeds();

        assertEquals(Set.of("CA"), node.nicknames());
        assertEquals(0, node.keys());
    }

    @Test
    void aHostNameThatComesLateIsWaitedFor() {
        node.hostName("localhost");
        node.list("worker-0 east.p12 east -");
        node.tool("sleep", """
                #!/bin/sh
                echo sleep >>/run/calls
                [ "$(wc -l </run/calls)" -lt 20 ] || hostname worker-0
                """);

        succeeds();

        assertEquals(Set.of("CA", "east"), node.nicknames());
        assertEquals(20, node.calls().lines().filter("sleep"::equals).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost.localdomain"})
    void aHostNameThatNeverComesIsAFailureThatChangesNothing(String hostName) {
        node.list("worker-0 east.p12 east -");
        succeeds();
        var before = node.files("var/lib/ipsec");
        node.hostName(hostName);
        node.tool("sleep", "#!/bin/sh\n");

        var result = node.run();

        assertNotEquals(0, result.exitCode(), result.output());
        assertTrue(result.output().contains("no name yet"), result.output());
        assertEquals(before, node.files("var/lib/ipsec"));
    }

    private String succeeds() {
        var result = node.run();
        assertEquals(0, result.exitCode(), result.output());
        return result.output();
    }
}
