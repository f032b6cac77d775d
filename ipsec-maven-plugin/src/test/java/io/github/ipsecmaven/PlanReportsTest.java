package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.fleet.Fleet.Planned;
import io.github.ipsecmaven.plan.Plan;
import io.github.ipsecmaven.testkit.ConfigRepository;
import io.github.ipsecmaven.testkit.GitRepository;
import io.github.ipsecmaven.testkit.Golden;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.PlantedSecrets;
import io.github.ipsecmaven.tree.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code ipsec:plan} says of an edit in a work tree: {@code src/test/resources/plan/reports/}. {@code -Dgolden.update=true} writes them anew.
 */
class PlanReportsTest {

    private static final Path CASE = Path.of("src/test/resources/plan/reports");

    @TempDir
    private Path folder;

    private GitRepository git;
    private ConfigRepository repository;

    @BeforeEach
    void commitATree() throws Exception {
        git = GitRepository.init(folder);
        repository = ConfigRepository.with(folder, spec("before")).environment(Map.of("GUARDED_P12", LabKeys.PASSWORD));
        repository.fleet().generate();
        git.commit();
    }

    @Test
    void saysWhatAnEditDoes() throws Exception {
        Planned planned = repository.spec(spec("after")).fleet().plan(Optional.empty());
        for (String form : List.of("plan.txt", "plan.json")) {
            String text = withoutCommit(form(planned, form));
            assertEquals(Golden.text(CASE.resolve(form), text), text);
        }
    }

    @Test
    void jsonIsWhole() throws Exception {
        Planned planned = repository.spec(spec("after")).fleet().plan(Optional.empty());
        JsonNode cluster = new ObjectMapper().readTree(form(planned, "plan.json")).get("clusters").get(0);
        assertEquals(planned.plans().get(0).effects().size(), cluster.get("effects").size());
        assertEquals(planned.plans().get(0).certificates().size(), cluster.get("certificates").size());
    }

    @Test
    void ofNoChangeItSaysSoAndNothingElse() throws Exception {
        Planned planned = repository.fleet().plan(Optional.empty());
        assertTrue(planned.plans().get(0).isEmpty());
        assertEquals(List.of("lab: nothing changes", "  compared with the last commit"),
                new PlanReports(run(), planned).text().stream().map(PlanReportsTest::withoutCommit).toList());
    }

    @Test
    void twoPlansOfThePairAreEqual() throws Exception {
        repository.spec(spec("after"));
        Planned first = repository.fleet().plan(Optional.empty());
        Planned second = repository.fleet().plan(Optional.empty());
        assertEquals(first.plans(), second.plans());
        assertEquals(form(first, "plan.json"), form(second, "plan.json"));
    }

    @Test
    void againstAnotherRevisionItSaysWhatABranchDoes() throws Exception {
        git.git("checkout", "--quiet", "-b", "feature");
        List<Plan> whatTheEditDoes = repository.spec(spec("after")).fleet().plan(Optional.empty()).plans();
        repository.fleet().generate();
        git.commit();
        assertTrue(repository.fleet().plan(Optional.empty()).plans().get(0).isEmpty());
        Planned planned = repository.fleet().plan(Optional.of("main..."));
        assertEquals("with 0, where HEAD left main", form(planned, "plan.txt").lines().skip(1).findFirst().orElseThrow()
                .replaceAll(".*(with )[0-9a-f]{8}", "$10"));
        assertEquals(whatTheEditDoes, planned.plans());
    }

    @Test
    void whatAnotherReleaseOfThePluginChangesIsToldByEveryGoal() throws Exception {
        assertEquals(List.of(), changedByThePlugin());
        Path script = repository.output().resolve("clusters/lab/10-nodes/99-worker-ipsec-import.yaml");
        Path inventory = repository.output().resolve("clusters/lab/inventory.yaml");
        String digest = Digest.of(Files.readAllBytes(script));
        Files.writeString(script, Files.readString(script).replace("IyEvYmluL2Jhc2g", "IyEvYmluL2RhLWg"));
        Files.writeString(inventory, Files.readString(inventory).replace(digest, Digest.of(Files.readAllBytes(script))));
        git.commit();
        assertEquals(List.of("changed by the plugin, not by you: each node of pool worker is drained and reboots for "
                + "/usr/local/bin/ipsec-addcert.sh"), changedByThePlugin());
    }

    private List<String> changedByThePlugin() throws Exception {
        return repository.fleet().validate().diagnostics().all().stream()
                .filter(finding -> finding.rule().equals("IPSEC-D012")).map(Diagnostic::message).toList();
    }

    @Test
    void aClusterWithErrorsHasNoPlan() throws Exception {
        Planned planned = repository.spec(spec("after").replace("nas.example.com", "not a host")).fleet().plan(Optional.empty());
        assertTrue(planned.compiled().diagnostics().hasErrors());
        assertEquals(List.of(), planned.plans());
        assertEquals(List.of("there is no plan for what has errors: see above"), new PlanReports(run(), planned).text());
    }

    @Test
    void aRevisionThatIsNotThereIsSaidInOneSentence() {
        IOException thrown = assertThrows(IOException.class, () -> repository.fleet().plan(Optional.of("origin/main")));
        assertTrue(thrown.getMessage().startsWith("git knows no revision 'origin/main'"), thrown.getMessage());
    }

    @Test
    void noFormHoldsASecret() throws Exception {
        PlantedSecrets secrets = new PlantedSecrets().password(LabKeys.PASSWORD);
        for (String bundle : List.of("worker-0.p12", "worker-1.p12", "worker-2.p12", "guarded.p12")) {
            secrets.bytes(bundle, LabKeys.bundle(bundle));
        }
        Planned planned = repository.spec(spec("after")).fleet().plan(Optional.empty());
        for (String form : List.of("plan.txt", "plan.md", "plan.json")) {
            assertEquals(Optional.empty(), secrets.firstIn(form(planned, form)), form);
        }
    }

    private String form(Planned planned, String form) throws IOException {
        PlanReports reports = new PlanReports(run(), planned);
        Path file = folder.resolve("target").resolve(form);
        switch (form) {
            case "plan.txt" -> {
                return String.join("\n", reports.text()) + "\n";
            }
            case "plan.md" -> reports.writeMarkdown(file);
            default -> reports.writeJson(file);
        }
        return Files.readString(file);
    }

    private Run run() {
        return new Run(folder, repository.output(), Map.of(), LabKeys.NOW);
    }

    private static String withoutCommit(String text) {
        return text.replaceAll("(the last commit) \\([0-9a-f]{8}\\)", "$1");
    }

    private static String spec(String name) throws IOException {
        return Files.readString(CASE.resolve(name + ".yaml"));
    }
}
