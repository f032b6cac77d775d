package io.github.ipsecmaven.mojo;

import io.github.ipsecmaven.PlanReports;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.fleet.Fleet.Planned;
import io.github.ipsecmaven.tree.BusyException;
import io.github.ipsecmaven.tree.InterruptedRunException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says what merging does to each cluster: which pools reboot and why, which tunnels drop, which certificates change and
 * what stays behind. Compares what the specs compile to with the last commit, or with another revision; writes no
 * manifest, and does not fail because of what it finds.
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public class PlanMojo extends AbstractIpsecMojo {

    /**
     * The git revision to compare with, such as <code>origin/main</code>; with <code>...</code> at its end, the commit at
     * which the work left it, which is what a pull request shows. Usually the last commit.
     */
    @Parameter(property = "ipsec.base")
    private String base;

    /**
     * A file to which the plan is written as Markdown, for a comment on a pull request, with what its reviewers want to
     * know of the clusters: certificates, who can read which key, tunnels, firewalls, findings.
     */
    @Parameter(property = "ipsec.planMarkdown")
    private File planMarkdown;

    /** A file to which the same is written as an HTML page that needs nothing else: no script and no other file. */
    @Parameter(property = "ipsec.planHtml")
    private File planHtml;

    /** A file to which the plan is written as JSON, for scripts. */
    @Parameter(property = "ipsec.planJson")
    private File planJson;

    @Override
    void run(Run run) throws IOException, MojoFailureException {
        List<Path> specs = specFiles(run);
        Planned planned = plan(run, specs);
        report(run, specs, planned.compiled().diagnostics());
        PlanReports reports = new PlanReports(run, planned);
        reports.text().forEach(getLog()::info);
        if (planMarkdown != null) {
            reports.writeMarkdown(planMarkdown.toPath());
        }
        if (planHtml != null) {
            reports.writeHtml(planHtml.toPath());
        }
        if (planJson != null) {
            reports.writeJson(planJson.toPath());
        }
    }

    private Planned plan(Run run, List<Path> specs) throws IOException, MojoFailureException {
        try {
            return fleet(run, specs).plan(Optional.ofNullable(base));
        } catch (BusyException | InterruptedRunException e) {
            throw new MojoFailureException(e.getMessage());
        }
    }
}
