package io.github.ipsecmaven.mojo;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.fleet.Fleet.Compiled;
import io.github.ipsecmaven.tree.BusyException;
import io.github.ipsecmaven.tree.InterruptedRunException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Compiles every spec and writes nothing: says what <code>generate</code> would refuse. */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, requiresProject = false, threadSafe = true)
public class ValidateMojo extends AbstractIpsecMojo {

    @Override
    void run(Run run) throws IOException, MojoFailureException {
        List<Path> specs = specFiles(run);
        Compiled compiled = validate(run, specs);
        report(run, specs, compiled.diagnostics());
        failOnFindings(compiled.diagnostics());
        getLog().info(specs.size() + (specs.size() == 1 ? " spec: " : " specs: ") + compiled.diagnostics().summary());
    }

    private Compiled validate(Run run, List<Path> specs) throws IOException, MojoFailureException {
        try {
            return fleet(run, specs).validate();
        } catch (BusyException | InterruptedRunException e) {
            throw new MojoFailureException(e.getMessage());
        }
    }
}
