package io.github.ipsecmaven.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.it.RealMaven.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals as users call them. */
class MavenRunIT {

    private static final String PASSWORD = "squeamish-ossifrage";

    @TempDir
    private Path temp;

    private Path folder;
    private Path output;

    @BeforeEach
    void makeARepository() throws IOException {
        folder = ItRepository.in(temp.resolve("config"));
        output = folder.resolve("manifests");
    }

    @Test
    void generateWritesTheTreeAndASecondRunWritesNothing() throws Exception {
        var first = succeed("ipsec:generate");
        var tree = ItRepository.treeAndTimes(output);
        assertTrue(tree.containsKey("clusters/lab/20-connections/ipsec-worker-0-nas.yaml"), tree.keySet().toString());
        assertTrue(first.output().contains("[INFO] lab: 2 nodes, 1 remote, 2 connections"), first.output());
        assertTrue(first.output().contains(tree.size() + " files written, 0 removed, 0 unchanged in manifests"),
                first.output());
        var second = succeed("ipsec:generate");
        assertTrue(second.output().contains("0 files written, 0 removed, " + tree.size() + " unchanged in manifests"),
                second.output());
        assertEquals(tree, ItRepository.treeAndTimes(output));
    }

    @Test
    void validateWritesNothing() throws Exception {
        var result = succeed("ipsec:validate");
        assertTrue(result.output().contains("[INFO] 1 spec: 0 errors"), result.output());
        assertFalse(Files.exists(output));
    }

    @Test
    void helpNamesEveryGoal() throws Exception {
        var result = succeed("ipsec:help");
        for (String goal : List.of("generate", "validate", "verify", "plan", "lab-pki", "help")) {
            assertTrue(result.output().contains("ipsec:" + goal), goal);
        }
    }

    @Test
    void helpExplainsEveryParameter() throws Exception {
        var result = succeed("ipsec:help", "-Ddetail", "-Dgoal=generate");
        for (String parameter : List.of("specs", "outputDirectory", "now", "failOn", "skip")) {
            assertTrue(result.output().contains("User property: ipsec." + parameter), parameter);
        }
    }

    @Test
    void labPkiMakesWhatTheSpecNamesAndOverwritesNothing() throws Exception {
        var ca = Files.readAllBytes(folder.resolve("certs/ca.pem"));
        var refused = fail("ipsec:lab-pki");
        assertTrue(refused.output().contains("ca.pem exists; -Dipsec.keep=true keeps it"), refused.output());
        assertTrue(Arrays.equals(ca, Files.readAllBytes(folder.resolve("certs/ca.pem"))));
        Files.move(folder.resolve("certs"), folder.resolve("others"));
        var made = RealMaven.in(folder).run("ipsec:lab-pki", "ipsec:generate");
        assertEquals(0, made.exit(), made.output());
        assertTrue(made.output().contains("[INFO] made certs/worker-1.p12"), made.output());
        assertTrue(Files.exists(output.resolve("clusters/lab/inventory.yaml")));
    }

    @Test
    void aGoalRunsByItsCoordinatesWithoutAPom() throws Exception {
        Files.delete(folder.resolve("pom.xml"));
        succeed(RealMaven.COORDINATES + "generate");
        assertTrue(Files.exists(output.resolve("clusters/lab/inventory.yaml")));
    }

    @Test
    void aTypoFailsTheBuildShowsItsPlaceAndLeavesTheTree() throws Exception {
        succeed("ipsec:generate");
        var before = ItRepository.treeAndTimes(output);
        Files.writeString(folder.resolve("ipsec.yaml"),
                ItRepository.SPEC.replace("certificate: ", "certficate: ").replace("type: transport", "type: Transport"));
        var result = fail("ipsec:generate");
        int first = result.lines().indexOf("[ERROR] error[IPSEC-L002]: unknown key 'certficate'");
        assertTrue(first > 0, result.output());
        assertEquals(List.of(
                        "  --> ipsec.yaml:21:5",
                        "   |",
                        "20 |     type: Transport",
                        "21 |     certficate: certs/nas.pem",
                        "   |     ^^^^^^^^^^"),
                result.lines().subList(first + 1, first + 6));
        assertEquals(2, result.lines().stream().filter(line -> line.startsWith("[ERROR] error[")).count());
        assertTrue(result.output().contains("2 errors; nothing was written"), result.output());
        assertEquals(before, ItRepository.treeAndTimes(output));
    }

    @Test
    void everyParameterIsAProperty() throws Exception {
        Files.createDirectories(folder.resolve("net/lab"));
        Files.move(folder.resolve("ipsec.yaml"), folder.resolve("net/lab/spec.yaml"));
        Files.move(folder.resolve("certs"), folder.resolve("net/lab/certs"));
        succeed("ipsec:generate", "-Dipsec.specs=net/*/spec.yaml", "-Dipsec.outputDirectory=out/tree");
        assertTrue(Files.exists(folder.resolve("out/tree/clusters/lab/inventory.yaml")));
        assertFalse(Files.exists(output));
    }

    @Test
    void skipDoesNothing() throws Exception {
        var result = succeed("ipsec:generate", "-Dipsec.skip");
        assertTrue(result.output().contains("[INFO] skipped: ipsec.skip is set"), result.output());
        assertFalse(Files.exists(output));
    }

    @Test
    void aWrongParameterIsSaidInOneLine() throws Exception {
        Files.writeString(folder.resolve("file"), "");
        var wrong = Map.of(
                "-Dipsec.failOn=often", "ipsec.failOn is 'often'; it may be error, warning or never",
                "-Dipsec.failon=warning", "there is no parameter ipsec.failon; did you mean ipsec.failOn?",
                "-Dipsec.outputDirectory=", "ipsec.outputDirectory is blank; '.' is the working folder",
                "-Dipsec.now=yesterday", "ipsec.now is 'yesterday'; an instant is written 2026-11-01T00:00:00Z",
                "-Dipsec.specs=clusters/*/ipsec.yaml", "there is no spec: no clusters/*/ipsec.yaml in " + folder,
                "-Dipsec.outputDirectory=file", folder.resolve("file") + " is in the way: it is not a directory");
        for (var parameter : wrong.entrySet()) {
            var result = RealMaven.in(folder).run("ipsec:generate", parameter.getKey());
            assertNotEquals(0, result.exit(), result.output());
            var errors = result.lines().stream().filter(line -> line.startsWith("[ERROR] Failed to execute")).toList();
            assertEquals(1, errors.size(), result.output());
            assertTrue(errors.get(0).contains(": " + parameter.getValue()), errors.get(0));
            assertFalse(result.output().contains("Exception: "), result.output());
            assertFalse(Files.exists(output), parameter.getKey());
        }
    }

    @Test
    void aWarningFailsTheBuildOnRequestAndThenNothingIsWritten() throws Exception {
        Files.writeString(folder.resolve("ipsec.yaml"), ItRepository.SPEC.replace("4.19.22", "4.99.1"));
        var refused = fail("ipsec:generate", "-Dipsec.failOn=warning");
        assertTrue(refused.output().contains("0 errors, 1 warning, 1 accepted; nothing was written"), refused.output());
        assertFalse(Files.exists(output));
        var written = succeed("ipsec:generate");
        assertTrue(written.output().contains("[WARNING] warning[IPSEC-R002]"), written.output());
        assertTrue(Files.exists(output));
    }

    @Test
    void certificatesAreJudgedAtTheInstantThatIsGiven() throws Exception {
        var result = RealMaven.in(folder).run("ipsec:validate", "-Dipsec.now=2100-01-01T00:00:00Z");
        assertNotEquals(0, result.exit(), result.output());
        assertTrue(result.output().contains("expired"), result.output());
    }

    @Test
    void aMissingSpecIsAFinding() throws Exception {
        var result = fail("ipsec:validate", "-Dipsec.specs=nowhere.yaml");
        assertTrue(result.output().contains("nowhere.yaml"), result.output());
        assertTrue(result.output().contains("1 error"), result.output());
    }

    @Test
    void noSecretIsPrintedNotEvenForDebugging() throws Exception {
        Files.move(folder.resolve("certs"), folder.resolve("others"));
        Files.writeString(folder.resolve("ipsec.yaml"), ItRepository.SPEC.replace("bundle: certs/{node}.p12",
                "bundle: certs/{node}.p12\n  password: {env: LAB_BUNDLE, nodeFile: /etc/ipsec-passwords/bundle}"));
        var made = RealMaven.in(folder).with("LAB_BUNDLE", PASSWORD).run("-X", "ipsec:lab-pki", "ipsec:generate");
        assertEquals(0, made.exit(), made.output());
        assertNothingSecret(made);
        var refused = RealMaven.in(folder).with("LAB_BUNDLE", PASSWORD + "x")
                .run("-X", "-e", "ipsec:generate", "-Dipsec.recheck");
        assertNotEquals(0, refused.exit(), refused.output());
        assertNothingSecret(refused);
        for (var file : ItRepository.tree(output).entrySet()) {
            assertFalse(file.getValue().contains(PASSWORD), file.getKey());
        }
    }

    private void assertNothingSecret(Result result) throws IOException {
        assertFalse(result.output().contains(PASSWORD), "the password is printed");
        for (String name : List.of("ca.key", "worker-0.p12")) {
            var bytes = Files.readAllBytes(folder.resolve("certs").resolve(name));
            var text = name.endsWith(".key")
                    ? new String(bytes, StandardCharsets.US_ASCII).lines().skip(1).findFirst().orElseThrow()
                    : Base64.getEncoder().encodeToString(bytes).substring(0, 60);
            assertFalse(result.output().contains(text), name + " is printed");
        }
    }

    private Result succeed(String... arguments) throws Exception {
        var result = run(arguments);
        assertEquals(0, result.exit(), result.output());
        return result;
    }

    private Result fail(String... arguments) throws Exception {
        var result = run(arguments);
        assertNotEquals(0, result.exit(), result.output());
        return result;
    }

    private Result run(String... arguments) throws Exception {
        var all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = ItRepository.NOW;
        return RealMaven.in(folder).run(all);
    }
}
