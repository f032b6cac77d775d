package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a cluster and one of its nodes answer, as {@code src/test/resources/verify} has it recorded, and a folder of
 * programs that replay it: {@code oc}, and on the node those that {@code oc debug} runs there.
 */
final class RecordedCluster {

    private static final Path RECORDINGS = Path.of("src/test/resources/verify");
    private static final List<String> HOSTS = List.of("cluster", "worker-0");
    private static final List<String> NODE_PROGRAMS =
            List.of("systemctl", "journalctl", "getent", "certutil", "nmcli", "ipsec", "nft", "ethtool");

    private final Path folder;
    private final Map<String, Map<String, String>> answers = new LinkedHashMap<>();

    /** Everything as it should be; the folder is empty. */
    RecordedCluster(Path folder) throws IOException {
        this.folder = folder;
        for (String host : HOSTS) {
            answers.put(host, read(Files.readString(RECORDINGS.resolve(host))));
        }
        Files.createDirectory(folder.resolve("bin"));
        program("oc");
        for (String program : NODE_PROGRAMS) {
            program(program);
        }
    }

    private void program(String name) throws IOException {
        Path file = Files.copy(RECORDINGS.resolve("replay"), folder.resolve("bin").resolve(name));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The commands that a host answers. */
    List<String> commands(String host) {
        return List.copyOf(answers.get(host).keySet());
    }

    /**
     * Makes one command answer otherwise.
     *
     * @param command its first words, as many as tell it from the others
     * @param output lines; {@code (exit 1)} as the last makes it fail
     */
    RecordedCluster answers(String host, String command, String output) {
        List<String> matching = commands(host).stream().filter(recorded -> recorded.startsWith(command)).toList();
        if (matching.size() != 1) {
            throw new IllegalArgumentException(command + " is recorded as " + matching);
        }
        answers.get(host).put(matching.get(0), output.isEmpty() ? "" : output + "\n");
        return this;
    }

    /** The answer of a command with a part of it replaced. */
    RecordedCluster answers(String host, String command, String part, String replacement) {
        String recorded = answers.get(host).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(command)).findFirst().orElseThrow().getValue();
        if (!recorded.contains(part)) {
            throw new IllegalArgumentException(command + " does not answer " + part);
        }
        return answers(host, command, recorded.replaceFirst(part, replacement).stripTrailing());
    }

    /** Another cluster: what commands and answers of a host match is replaced. */
    RecordedCluster where(String host, String regex, String replacement) {
        StringBuilder text = new StringBuilder();
        answers.get(host).forEach((command, output) -> text.append("$ ").append(command).append('\n').append(output));
        answers.put(host, read(text.toString().replaceAll(regex, replacement)));
        return this;
    }

    /** Runs a script against the cluster. */
    RealTool.Result run(Path script) throws IOException {
        Path recordings = Files.createDirectories(folder.resolve("recordings"));
        for (Map.Entry<String, Map<String, String>> host : answers.entrySet()) {
            StringBuilder text = new StringBuilder();
            host.getValue().forEach((command, output) -> text.append("$ ").append(command).append('\n').append(output));
            Files.writeString(recordings.resolve(host.getKey()), text);
        }
        RealTool.Result result = bash(script, folder.resolve("bin") + ":/usr/bin:/bin", recordings);
        if (Files.exists(recordings.resolve("unexpected"))) {
            throw new AssertionError("not recorded: " + Files.readString(recordings.resolve("unexpected")));
        }
        return result;
    }

    /** Runs a script where there is no {@code oc}. */
    static RealTool.Result runWithoutOc(Path script, Path emptyFolder) {
        return bash(script, "/usr/bin:/bin", emptyFolder);
    }

    private static RealTool.Result bash(Path script, String path, Path recordings) {
        return RealTool.of("env", "install coreutils").assumePresent()
                .run("PATH=" + path, "RECORDINGS=" + recordings, "/bin/bash", script.toString());
    }

    private static Map<String, String> read(String text) {
        Map<String, String> answers = new LinkedHashMap<>();
        String command = null;
        for (String line : text.split("(?<=\n)")) {
            if (line.startsWith("$ ")) {
                command = line.substring(2).strip();
                answers.put(command, "");
            } else {
                answers.merge(command, line, String::concat);
            }
        }
        return answers;
    }
}
