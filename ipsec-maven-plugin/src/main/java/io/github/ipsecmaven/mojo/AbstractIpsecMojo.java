package io.github.ipsecmaven.mojo;

import io.github.ipsecmaven.Reports;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.CodeFrame;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.FailOn;
import io.github.ipsecmaven.diagnostic.Severity;
import io.github.ipsecmaven.diagnostic.Suppression;
import io.github.ipsecmaven.diagnostic.report.ReportFormat;
import io.github.ipsecmaven.fleet.Fleet;
import io.github.ipsecmaven.fleet.SpecFiles;
import io.github.ipsecmaven.proof.CacheFolder;
import io.github.ipsecmaven.proof.ProgramIdentity;
import io.github.ipsecmaven.proof.ProofStore;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
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

    /**
     * The findings at which the build fails: <code>error</code>, <code>warning</code> for warnings too, or
     * <code>never</code> for a goal that only reports. What was accepted by a waiver never counts.
     */
    @Parameter(property = "ipsec.failOn", defaultValue = "error")
    private String failOn;

    /** A file to which the findings are written as SARIF 2.1.0, for code scanning; also when there are none. */
    @Parameter(property = "ipsec.sarif")
    private File sarif;

    /** A file to which the findings are written as JUnit XML, for the test view of a CI server. */
    @Parameter(property = "ipsec.junit")
    private File junit;

    /** A file to which the findings are written as JSON, for scripts. */
    @Parameter(property = "ipsec.json")
    private File json;

    /** How many clusters are compiled at a time. Usually twice as many as there are processors. */
    @Parameter(property = "ipsec.threads")
    private Integer threads;

    /**
     * The folder that keeps what runs have proved, so that a cluster of which nothing has changed need not be compiled
     * again. Usually <code>ipsec-maven-plugin</code> in the user's cache folder. No password, and nothing made from one,
     * is ever in it.
     */
    @Parameter(property = "ipsec.cacheDirectory")
    private File cacheDirectory;

    /** Whether runs believe what earlier ones have proved, and keep what they prove. */
    @Parameter(property = "ipsec.cache", defaultValue = "true")
    private boolean cache;

    /** Opens and checks everything, whatever has been proved. */
    @Parameter(property = "ipsec.recheck", defaultValue = "false")
    private boolean recheck;

    /** Whether somebody watches: not with <code>--batch-mode</code>. */
    @Parameter(defaultValue = "${settings.interactiveMode}", readonly = true)
    private boolean interactive;

    @Parameter(defaultValue = "${session.userProperties}", readonly = true)
    private Properties userProperties;

    @Parameter(defaultValue = "${plugin}", readonly = true)
    private PluginDescriptor plugin;

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
        } catch (InvalidPathException e) {
            throw new MojoFailureException("'" + e.getInput() + "' is no path: " + e.getReason()
                    + "; where it is one elsewhere, give Java a locale that can write it, such as LC_ALL=C.UTF-8");
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

    /** A run over the specs that tells whoever watches how far it is. */
    final Fleet fleet(Run run, List<Path> specs) throws MojoFailureException {
        if (threads != null && threads < 1) {
            throw new MojoFailureException("ipsec.threads is " + threads + "; at least 1 is needed");
        }
        Fleet fleet = new Fleet(run, specs);
        Fleet sized = remembering(threads == null ? fleet : fleet.onThreads(threads), run);
        return interactive ? sized.telling(new ProgressLines(getLog())) : sized;
    }

    private Fleet remembering(Fleet fleet, Run run) {
        Optional<String> identity = cache ? ProgramIdentity.of(Fleet.class) : Optional.empty();
        if (identity.isEmpty()) {
            return fleet;
        }
        Path folder = cacheDirectory == null
                ? CacheFolder.of(run.environment(), System.getProperty("os.name"), System.getProperty("user.home"))
                : cacheDirectory.toPath();
        ProofStore store = new ProofStore(folder, identity.get());
        return fleet.remembering(recheck ? store.rechecking() : store);
    }

    /** Prints the findings, and writes the reports that were asked for. */
    final void report(Run run, List<Path> files, Diagnostics diagnostics) throws IOException, MojoFailureException {
        for (Diagnostic diagnostic : diagnostics.all()) {
            if (isShown(diagnostic.severity())) {
                String frame = CodeFrame.of(diagnostic, names(run, diagnostics.specsWith(diagnostic)));
                switch (diagnostic.severity()) {
                    case ERROR -> getLog().error(frame);
                    case WARNING -> getLog().warn(frame);
                    case NOTE -> getLog().info(frame);
                }
            }
        }
        for (Suppression suppression : diagnostics.suppressions()) {
            getLog().info("accepted by " + suppression.by() + ": " + suppression.diagnostic().rule() + " at "
                    + suppression.diagnostic().position() + " (" + suppression.reason() + ")");
        }
        new Reports()
                .add(ReportFormat.SARIF, path(sarif))
                .add(ReportFormat.JUNIT, path(junit))
                .add(ReportFormat.JSON, path(json))
                .write(run, files, diagnostics, failOn());
    }

    private static List<String> names(Run run, List<Path> specs) {
        List<String> names = new ArrayList<>();
        for (Path spec : specs) {
            names.add(run.nameOf(spec));
        }
        return names;
    }

    /** Not with {@code --quiet}: a fleet has thousands of findings, and each shows a piece of its file. */
    private boolean isShown(Severity severity) {
        return switch (severity) {
            case ERROR -> getLog().isErrorEnabled();
            case WARNING -> getLog().isWarnEnabled();
            case NOTE -> getLog().isInfoEnabled();
        };
    }

    /** Fails the build where the findings are as grave as {@code ipsec.failOn} says. */
    final void failOnFindings(Diagnostics diagnostics) throws MojoFailureException {
        if (failOn().isMetBy(diagnostics)) {
            throw new MojoFailureException(diagnostics.summary());
        }
    }

    /** The findings at which the build fails. */
    final FailOn failOn() throws MojoFailureException {
        return FailOn.find(failOn).orElseThrow(() ->
                new MojoFailureException("ipsec.failOn is '" + failOn + "'; it may be error, warning or never"));
    }

    /** The output directory as users call it. */
    static String outputFolder(Run run) {
        Path folder = run.workingFolder().relativize(run.outputDirectory());
        return folder.toString().isEmpty() ? "." : folder.toString();
    }

    private static Path path(File file) {
        return file == null ? null : file.toPath();
    }

    private Run runOfThisGoal() throws MojoFailureException {
        // Typing errors are told before anything is written.
        CommandLine.check(userProperties, plugin);
        failOn();
        if (outputDirectory.isBlank()) {
            throw new MojoFailureException("ipsec.outputDirectory is blank; '.' is the working folder");
        }
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

    /** The commonest faults of a file system in words; Java names only the file. */
    private static String describe(IOException e) {
        if (e instanceof NoSuchFileException) {
            return e.getMessage() + " does not exist";
        }
        if (e instanceof NotDirectoryException || e instanceof FileAlreadyExistsException) {
            return e.getMessage() + " is in the way: it is not a directory";
        }
        if (e instanceof AccessDeniedException) {
            return e.getMessage() + " may not be read or written by this user";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
