package io.github.ipsecmaven.mojo;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.fleet.Fleet.Validated;
import io.github.ipsecmaven.tree.BusyException;
import io.github.ipsecmaven.tree.InterruptedRunException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Compiles every spec and writes nothing: says what <code>generate</code> would refuse. */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, requiresProject = false, threadSafe = true)
public class ValidateMojo extends AbstractIpsecMojo {

    /**
     * The git revision that the guards compare with, as <code>plan</code> takes it: with <code>origin/main...</code> a
     * pull request lets nothing leave that its target has, however many commits it consists of. Usually the last commit.
     */
    @Parameter(property = "ipsec.base")
    private String base;

    @Override
    void run(Run run) throws IOException, MojoFailureException {
        List<Path> specs = specFiles(run);
        Validated validated = validate(run, specs);
        Diagnostics diagnostics = validated.compiled().diagnostics();
        report(run, specs, diagnostics);
        if (base != null) {
            getLog().info("guards compare with " + validated.against());
            validated.notes().forEach(note -> getLog().info("note: " + note));
        }
        failOnFindings(diagnostics);
        getLog().info(specs.size() + (specs.size() == 1 ? " spec: " : " specs: ") + diagnostics.summary());
    }

    private Validated validate(Run run, List<Path> specs) throws IOException, MojoFailureException {
        try {
            return fleet(run, specs).validate(Optional.ofNullable(base));
        } catch (BusyException | InterruptedRunException e) {
            throw new MojoFailureException(e.getMessage());
        }
    }
}
