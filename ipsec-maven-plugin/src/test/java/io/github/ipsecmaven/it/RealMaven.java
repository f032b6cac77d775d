package io.github.ipsecmaven.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The Maven that runs the build, started anew in a folder with the plugin that the build has just made. It reads no
 * settings of the user and reaches no network: its repositories are the staged one and, as if it were Central, the local
 * one of the build.
 */
final class RealMaven {

    /** The plugin, for a goal without a pom. */
    static final String COORDINATES = "io.github.ipsec-maven:ipsec-maven-plugin:" + property("it.version") + ":";

    private static final String SETTINGS = """
            <settings>
              <profiles>
                <profile>
                  <id>it</id>
                  <repositories>
                    <repository>
                      <id>central</id>
                      <url>%1$s</url>
                      <releases><checksumPolicy>ignore</checksumPolicy></releases>
                    </repository>
                  </repositories>
                  <pluginRepositories>
                    <pluginRepository>
                      <id>central</id>
                      <url>%1$s</url>
                      <releases><checksumPolicy>ignore</checksumPolicy></releases>
                    </pluginRepository>
                  </pluginRepositories>
                </profile>
              </profiles>
              <activeProfiles>
                <activeProfile>it</activeProfile>
              </activeProfiles>
            </settings>
            """;
    private static final long BOUND_SECONDS = 120;

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private String umask = "022";

    private RealMaven(Path folder) {
        this.folder = folder;
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TZ", "UTC");
        // Half the processor time of a run is the second compiler's.
        environment.put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
        environment.put("MAVEN_ARGS", "");
        environment.put("MAVEN_SKIP_RC", "true");
        environment.put("XDG_CACHE_HOME", Path.of(property("it.repository")).resolveSibling("it-cache").toString());
    }

    /** What a run left behind; both streams, as Maven mixes them. */
    record Result(int exit, String output) {

        List<String> lines() {
            return output.lines().toList();
        }
    }

    /** Maven in a working folder, with the JDK of the tests. */
    static RealMaven in(Path folder) {
        return new RealMaven(folder);
    }

    RealMaven with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    RealMaven umask(String mask) {
        umask = mask;
        return this;
    }

    /** Runs Maven to its end. */
    Result run(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("maven", ".log");
        try {
            Process process = start(output, arguments);
            try {
                if (!process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("Maven has not ended: " + Files.readString(output));
                }
            } finally {
                process.destroyForcibly();
            }
            return new Result(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    /** Starts Maven; it is this process, and no child of it, that runs the goal. */
    Process start(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask " + umask + " && exec \"$@\"", "sh"));
        command.addAll(command());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** A script that runs the same Maven, for a program that calls one. */
    Path script(Path file, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(command());
        words.addAll(List.of(arguments));
        StringBuilder script = new StringBuilder("#!/bin/sh\n");
        environment.forEach((name, value) -> script.append("export ").append(name).append("='").append(value).append("'\n"));
        script.append("exec '").append(String.join("' '", words)).append("' \"$@\"\n");
        Files.writeString(file, script);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
        return file;
    }

    /** Maven with its own settings and repositories. */
    private static List<String> command() throws IOException {
        Path settings = Path.of(property("it.repository")).resolveSibling("it-settings.xml");
        URI cache = Path.of(property("it.cache")).toUri();
        Files.writeString(settings, String.format(SETTINGS, cache));
        return List.of(Path.of(property("it.maven"), "bin", "mvn").toString(), "-B",
                "-s", settings.toString(), "-gs", settings.toString(),
                "-Dmaven.repo.local=" + property("it.repository"));
    }

    /** What Failsafe tells these tests. */
    static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("these tests are run by Failsafe, which sets " + name + ": mvn verify");
        }
        return value;
    }
}
