package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.testkit.GitRepository;
import io.github.ipsecmaven.testkit.RealTool;
import io.github.ipsecmaven.testkit.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The pipelines that users copy, as far as they can be held without a forge: their form, closed, so that no key is
 * misspelled; what they refer to; the goals and parameters that they call; the scripts in them.
 */
class SamplePipelinesTest {

    private static final Path PIPELINES = Path.of("..", "samples", "pipelines");
    private static final Path DESCRIPTOR = Path.of("target", "classes", "META-INF", "maven", "plugin.xml");

    private static final Pattern GOAL = Pattern.compile("\\bipsec:([a-z-]+)");
    private static final Pattern CALL = Pattern.compile("(?:mvn|\\$\\{MVN:-mvn}\")([^\\n;|]*)");
    private static final Pattern PROPERTY = Pattern.compile("-D(ipsec\\.[A-Za-z]+)");
    private static final Pattern PINNED_ACTION = Pattern.compile("uses: [\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
    private static final Pattern PINNED_IMAGE = Pattern.compile("[\\w./-]+:\\d+\\.\\d+[\\w.-]*");

    @TempDir
    private Path temp;

    private GitRepository git;

    @BeforeEach
    void makeARepository() throws IOException {
        git = GitRepository.init(Files.createDirectory(temp.resolve("git")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"github-actions.yml", "gitlab-ci.yml", "tekton.yaml", "pre-commit"})
    void everyGoalAndParameterIsOneOfThePlugin(String file) throws Exception {
        Map<String, Set<String>> goals = goals();
        List<String> called = new ArrayList<>();
        for (MatchResult call : matches(CALL, read(file))) {
            Matcher goal = GOAL.matcher(call.group(1));
            if (goal.find()) {
                called.add(goal.group(1));
                assertTrue(goals.containsKey(goal.group(1)), call.group());
                for (MatchResult property : matches(PROPERTY, call.group(1))) {
                    assertTrue(goals.get(goal.group(1)).contains(property.group(1)), call.group());
                }
            }
        }
        assertEquals(file.equals("pre-commit") ? Set.of("verify") : Set.of("validate", "verify", "plan"), Set.copyOf(called));
    }

    @Test
    void theWorkflowIsOneOfGitHub() throws IOException {
        Map<String, Object> workflow = Yaml.parse(read("github-actions.yml").replace("\non:", "\n'on':"));
        assertKeys(workflow, "name", "on", "permissions", "concurrency", "jobs");
        assertKeys(map(workflow, "on"), "pull_request", "push", "schedule");
        assertKeys(map(workflow, "concurrency"), "group", "cancel-in-progress");
        assertEquals(Map.of(), workflow.get("permissions"), "nothing but what a job asks for");
        Map<String, Object> jobs = map(workflow, "jobs");
        for (String name : jobs.keySet()) {
            Map<String, Object> job = map(jobs, name);
            assertKeys(job, "needs", "if", "runs-on", "timeout-minutes", "permissions", "outputs", "env", "steps");
            assertTrue(job.keySet().containsAll(Set.of("runs-on", "timeout-minutes", "permissions", "steps")), name);
            assertTrue(job.get("runs-on").toString().matches("ubuntu-\\d\\d\\.04"), name);
            assertTrue(!job.containsKey("needs") || jobs.containsKey(job.get("needs")), name);
            Set<String> ids = new TreeSet<>();
            for (Map<String, Object> step : maps(job.get("steps"))) {
                assertKeys(step, "name", "id", "if", "uses", "with", "run", "env");
                assertTrue(step.containsKey("uses") ^ step.containsKey("run"), step.toString());
                references(step.toString(), "steps\\.([a-z]+)\\.").forEach(id -> assertTrue(ids.contains(id), id));
                if (step.containsKey("id")) {
                    ids.add(step.get("id").toString());
                }
                assertFalse(String.valueOf(step.get("run")).contains("${{"), "an expression in a script is a way in");
            }
            references(String.valueOf(job.get("outputs")), "steps\\.([a-z]+)\\.").forEach(id -> assertTrue(ids.contains(id), id));
            references(String.valueOf(job.get("if")), "outputs\\.([a-z]+)").forEach(output ->
                    assertTrue(map(map(jobs, job.get("needs").toString()), "outputs").containsKey(output), output));
        }
        assertEquals(Map.of("contents", "read", "security-events", "write"), map(map(jobs, "check"), "permissions"));
        assertEquals(Map.of("pull-requests", "write"), map(map(jobs, "comment"), "permissions"));
        assertEquals(matches(Pattern.compile("uses: "), read("github-actions.yml")).size(),
                matches(PINNED_ACTION, read("github-actions.yml")).size(), "an action is not pinned to a commit");
    }

    @Test
    void thePipelineIsOneOfGitLab() throws IOException {
        Map<String, Object> pipeline = Yaml.parse(read("gitlab-ci.yml"));
        assertEquals(Set.of("workflow", "variables", ".maven", "ipsec", "ipsec-plan", "ipsec-guards", "ipsec-comment"),
                pipeline.keySet());
        assertKeys(map(pipeline, "workflow"), "rules");
        for (String name : pipeline.keySet()) {
            if (name.equals("workflow") || name.equals("variables")) {
                continue;
            }
            Map<String, Object> job = map(pipeline, name);
            assertKeys(job, "stage", "image", "extends", "needs", "rules", "variables", "cache", "before_script", "script",
                    "artifacts");
            assertTrue(name.startsWith(".") || job.containsKey("script"), name);
            assertTrue(!job.containsKey("extends") || pipeline.containsKey(job.get("extends")), name);
            assertTrue(!job.containsKey("needs") || pipeline.keySet().containsAll(Yaml.list(job.get("needs"))), name);
            assertTrue(!job.containsKey("image") || PINNED_IMAGE.matcher(job.get("image").toString()).matches(), name);
            assertKeys(map(job, "artifacts"), "when", "paths", "reports", "expose_as");
        }
    }

    @Test
    void thePipelineRunIsOneOfTekton() throws IOException {
        Map<String, Object> run = Yaml.parse(read("tekton.yaml"));
        assertEquals(List.of("tekton.dev/v1", "PipelineRun"), List.of(run.get("apiVersion"), run.get("kind")));
        Map<String, Object> spec = map(run, "spec");
        assertKeys(spec, "timeouts", "params", "workspaces", "pipelineSpec");
        Map<String, Object> pipeline = map(spec, "pipelineSpec");
        assertKeys(pipeline, "params", "workspaces", "tasks", "finally");
        assertEquals(names(spec.get("params")), names(pipeline.get("params")));
        assertEquals(names(spec.get("workspaces")), names(pipeline.get("workspaces")));
        List<Map<String, Object>> tasks = Stream.of("tasks", "finally")
                .flatMap(key -> maps(pipeline.get(key)).stream()).toList();
        for (Map<String, Object> task : tasks) {
            assertKeys(task, "name", "runAfter", "params", "workspaces", "taskSpec");
            assertTrue(names(tasks).containsAll(Yaml.list(task.get("runAfter"))), task.get("name").toString());
            assertTrue(names(pipeline.get("workspaces")).containsAll(names(task.get("workspaces"))));
            references(String.valueOf(task.get("params")), "\\$\\(params\\.([a-z-]+)\\)")
                    .forEach(param -> assertTrue(names(pipeline.get("params")).contains(param), param));
            Map<String, Object> body = map(task, "taskSpec");
            assertKeys(body, "params", "workspaces", "stepTemplate", "steps");
            assertEquals(names(body.get("params")), names(task.get("params")));
            assertEquals(names(body.get("workspaces")), names(task.get("workspaces")));
            references(body.toString(), "\\$\\(params\\.([a-z-]+)\\)")
                    .forEach(param -> assertTrue(names(body.get("params")).contains(param), param));
            references(body.toString(), "\\$\\(workspaces\\.([a-z-]+)\\.path\\)")
                    .forEach(workspace -> assertTrue(names(body.get("workspaces")).contains(workspace), workspace));
            for (Map<String, Object> step : maps(body.get("steps"))) {
                assertKeys(step, "name", "image", "env", "script");
                Map<String, Object> template = map(body, "stepTemplate");
                assertKeys(template, "image", "workingDir", "env");
                String image = step.getOrDefault("image", template.get("image")).toString();
                assertTrue(PINNED_IMAGE.matcher(image).matches(), image);
                assertFalse(step.get("script").toString().contains("$(params"), "a parameter in a script is a way in");
            }
        }
    }

    @Test
    void shellcheckFindsNothing() throws IOException {
        RealTool shellcheck = RealTool.of("shellcheck", "install shellcheck").assumePresent();
        List<String> files = new ArrayList<>(List.of(PIPELINES.resolve("pre-commit").toString()));
        for (Map.Entry<String, String> script : scripts().entrySet()) {
            String text = script.getValue().replaceAll("\\$\\(workspaces\\.[a-z-]+\\.path\\)", "/workspace");
            files.add(Files.writeString(temp.resolve(script.getKey()), text).toString());
        }
        assertTrue(files.size() > 10, files.toString());
        RealTool.Result result = shellcheck.run(Stream.concat(
                Stream.of("--enable=quote-safe-variables"), files.stream()).toArray(String[]::new));
        assertEquals("", result.out());
    }

    @Test
    void theHookLetsPassWhatDoesNotConcernIt() throws Exception {
        hook("exit 1");
        git.write("README.md", "text").commit();
    }

    @Test
    void theHookStopsACommitThatVerifyRefuses() throws Exception {
        hook("echo refused; exit 1");
        git.write("ipsec.yaml", "spec").git("add", "--all");
        RealTool.Result commit = git.run("commit", "--message", "test");
        assertEquals(1, commit.exit());
        assertTrue((commit.out() + commit.err()).contains("refused\npre-commit: nothing was committed"), commit.err());
        git.git("commit", "--quiet", "--no-verify", "--message", "test");
    }

    @Test
    void theHookWantsAllInTheCommitThatVerifySaw() throws Exception {
        hook("test \"$*\" = '--quiet --batch-mode ipsec:verify'");
        git.write("ipsec.yaml", "spec").write("manifests/one.yaml", "1").write("other", "").git("add", "--all");
        git.write("manifests/one.yaml", "2").write("manifests/two.yaml", "2").write("other", "changed");
        RealTool.Result commit = git.run("commit", "--message", "test");
        assertEquals(1, commit.exit());
        assertTrue(commit.err().endsWith("git add them, or stash them:\n  manifests/one.yaml\n  manifests/two.yaml\n"), commit.err());
        git.git("add", "manifests");
        git.git("commit", "--quiet", "--message", "test");
    }

    /** Installs the hook, with a Maven that is a script of one line. */
    private void hook(String maven) throws IOException {
        Path script = Files.writeString(temp.resolve("maven"), "#!/bin/sh\n" + maven + "\n");
        assertTrue(script.toFile().setExecutable(true));
        Path hook = git.folder().resolve(".git/hooks/pre-commit");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, read("pre-commit").replace("${MVN:-mvn}", script.toString()));
        assertTrue(hook.toFile().setExecutable(true));
    }

    /** Every shell script in a pipeline, by the name of a file for it. */
    private static Map<String, String> scripts() throws IOException {
        Map<String, String> scripts = new TreeMap<>();
        Map<String, Object> jobs = map(Yaml.parse(read("github-actions.yml").replace("\non:", "\n'on':")), "jobs");
        jobs.keySet().forEach(job -> maps(map(jobs, job).get("steps")).stream().filter(step -> step.containsKey("run"))
                .forEach(step -> scripts.put("github-" + scripts.size(), "#!/bin/bash\nset -e\n" + step.get("run"))));
        Map<String, Object> gitlab = Yaml.parse(read("gitlab-ci.yml"));
        gitlab.keySet().stream().filter(job -> job.startsWith("ipsec")).map(job -> map(gitlab, job).get("script"))
                .forEach(lines -> scripts.put("gitlab-" + scripts.size(),
                        Yaml.list(lines).stream().map(Object::toString).collect(Collectors.joining("\n", "#!/bin/sh\nset -e\n", "\n"))));
        Map<String, Object> tekton = map(map(Yaml.parse(read("tekton.yaml")), "spec"), "pipelineSpec");
        maps(tekton.get("tasks")).forEach(task -> maps(map(task, "taskSpec").get("steps"))
                .forEach(step -> scripts.put("tekton-" + scripts.size(), step.get("script").toString())));
        return scripts;
    }

    /** The goals of the plugin, with the properties that each takes. */
    private static Map<String, Set<String>> goals() throws Exception {
        NodeList mojos = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(DESCRIPTOR.toFile())
                .getElementsByTagName("mojo");
        Map<String, Set<String>> goals = new LinkedHashMap<>();
        for (int i = 0; i < mojos.getLength(); i++) {
            Element mojo = (Element) mojos.item(i);
            goals.put(mojo.getElementsByTagName("goal").item(0).getTextContent(),
                    matches(Pattern.compile("\\$\\{(ipsec\\.\\w+)}"), mojo.getTextContent()).stream()
                            .map(match -> match.group(1)).collect(Collectors.toSet()));
        }
        return goals;
    }

    private static void assertKeys(Map<String, Object> map, String... known) {
        Set<String> unknown = new TreeSet<>(map.keySet());
        unknown.removeAll(Set.of(known));
        assertEquals(Set.of(), unknown);
    }

    private static Set<String> names(Object named) {
        return maps(named).stream().map(each -> each.get("name").toString()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> references(String text, String pattern) {
        return matches(Pattern.compile(pattern), text).stream().map(match -> match.group(1)).toList();
    }

    private static List<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return Yaml.map(parent.get(key));
    }

    private static List<Map<String, Object>> maps(Object list) {
        return Yaml.list(list).stream().map(Yaml::map).toList();
    }

    private static String read(String file) throws IOException {
        return Files.readString(PIPELINES.resolve(file));
    }
}
