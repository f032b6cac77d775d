package io.github.ipsecmaven.mojo;

import io.github.ipsecmaven.Run;
import io.github.ipsecmaven.SpecFiles;
import io.github.ipsecmaven.diagnostic.CodeFrame;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals have in common: their parameters, and how findings reach the user. */
abstract class AbstractIpsecMojo extends AbstractMojo {

    /** The folder that relative paths start at. */
    @Parameter(defaultValue = "${basedir}", readonly = true)
    private File basedir;

    /**
     * The specs to compile: paths, relative to the working folder, in which <code>*</code> stands for any part of one
     * name. Usually <code>ipsec.yaml</code> and <code>clusters/&#42;/ipsec.yaml</code>, as far as they exist.
     */
    @Parameter(property = "ipsec.specs")
    private List<String> specs;

    /** The folder that the manifests are written to, relative to the working folder. */
    @Parameter(property = "ipsec.outputDirectory", defaultValue = "manifests")
    private String outputDirectory;

    /**
     * The instant at which certificates are judged, such as <code>2026-11-01T00:00:00Z</code>. Usually the clock's; set
     * it where a run has to be repeated exactly.
     */
    @Parameter(property = "ipsec.now")
    private String now;

    /** The findings at which the build fails: <code>error</code>, or <code>warning</code> for warnings too. */
    @Parameter(property = "ipsec.failOn", defaultValue = "error")
    private String failOn;

    /** Skips the goal. */
    @Parameter(property = "ipsec.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped: ipsec.skip is set");
            return;
        }
        try {
            run(runOfThisGoal());
        } catch (IOException e) {
            throw new MojoExecutionException(describe(e), e);
        }
    }

    /** What the goal does. */
    abstract void run(Run run) throws IOException, MojoExecutionException, MojoFailureException;

    /** The specs of this run; at least one. */
    final List<Path> specFiles(Run run) throws IOException, MojoFailureException {
        boolean named = specs != null && !specs.isEmpty();
        List<Path> files = named
                ? SpecFiles.named(run.workingFolder(), specs)
                : SpecFiles.usual(run.workingFolder());
        if (files.isEmpty()) {
            throw new MojoFailureException("there is no spec: no " + String.join(" and no ", named ? specs : SpecFiles.USUAL)
                    + " in " + run.workingFolder() + "; name it with -Dipsec.specs=<path>");
        }
        return files;
    }

    /** Prints the findings. */
    final void report(Diagnostics diagnostics) {
        for (Diagnostic diagnostic : diagnostics.all()) {
            String frame = CodeFrame.of(diagnostic);
            switch (diagnostic.severity()) {
                case ERROR -> getLog().error(frame);
                case WARNING -> getLog().warn(frame);
                case NOTE -> getLog().info(frame);
            }
        }
    }

    /** The findings in numbers: {@code 2 errors, 1 warning}. */
    static String count(Diagnostics diagnostics) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long number = diagnostics.count(severity);
            if (number > 0 || severity == Severity.ERROR) {
                counts.add(severity.count(number));
            }
        }
        return String.join(", ", counts);
    }

    /** Fails the build where the findings are as grave as {@code ipsec.failOn} says. */
    final void failOnFindings(Diagnostics diagnostics, String consequence) throws MojoFailureException {
        boolean warningsCount = failOn.equals("warning");
        if (!warningsCount && !failOn.equals("error")) {
            throw new MojoFailureException("ipsec.failOn is '" + failOn + "'; it may be error or warning");
        }
        if (diagnostics.hasErrors() || (warningsCount && diagnostics.count(Severity.WARNING) > 0)) {
            throw new MojoFailureException(count(diagnostics) + consequence);
        }
    }

    private Run runOfThisGoal() throws MojoFailureException {
        Path workingFolder = basedir.toPath();
        return new Run(workingFolder, workingFolder.resolve(outputDirectory), System.getenv(), instant());
    }

    private Instant instant() throws MojoFailureException {
        if (now == null) {
            return Instant.now();
        }
        try {
            return Instant.parse(now);
        } catch (DateTimeParseException e) {
            throw new MojoFailureException("ipsec.now is '" + now + "'; an instant is written 2026-11-01T00:00:00Z");
        }
    }

    private static String describe(IOException e) {
        String message = e.getMessage() == null ? "" : ": " + e.getMessage();
        return e.getClass().getSimpleName().replaceAll("(Exception|Error)$", "") + message;
    }
}
