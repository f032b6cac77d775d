package io.github.ipsecmaven.mojo;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.fleet.Drift;
import io.github.ipsecmaven.fleet.Fleet.Verified;
import io.github.ipsecmaven.tree.BusyException;
import io.github.ipsecmaven.tree.InterruptedRunException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Says whether the manifests are what the specs compile to, and what differs: whether somebody forgot
 * <code>generate</code>, or edited a manifest by hand. The manifests are those that lie in the output directory: in CI
 * the commit that is checked out, elsewhere what is about to be committed. Writes nothing.
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public class VerifyMojo extends AbstractIpsecMojo {

    @Override
    void run(Run run) throws IOException, MojoFailureException {
        List<Path> specs = specFiles(run);
        Verified verified = verify(run, specs);
        Diagnostics diagnostics = verified.compiled().diagnostics();
        report(run, specs, diagnostics);
        if (verified.drift().isEmpty()) {
            throw new MojoFailureException(diagnostics.summary() + "; what the specs compile to cannot be told before that");
        }
        Drift drift = verified.drift().get();
        String folder = outputFolder(run);
        if (drift.isNone()) {
            failOnFindings(diagnostics);
            getLog().info(diagnostics.summary() + "; " + folder + " is what the specs compile to");
            if (drift.uncommitted() > 0) {
                getLog().info("to be committed: " + drift.uncommitted() + " of its " + drift.compared()
                        + " files differ from the last commit");
            }
            return;
        }
        getLog().error(drift.text(folder));
        if (failOn().isMetBy(diagnostics)) {
            throw new MojoFailureException(folder + " is not what the specs compile to: " + drift.summary()
                    + "; run mvn ipsec:generate, and commit what it writes");
        }
    }

    private Verified verify(Run run, List<Path> specs) throws IOException, MojoFailureException {
        try {
            return fleet(run, specs).verify();
        } catch (BusyException | InterruptedRunException e) {
            throw new MojoFailureException(e.getMessage());
        }
    }
}
