package io.github.ipsecmaven.mojo;

import io.github.ipsecmaven.LabPki;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes the certificates that the specs name, for a lab or to try the samples: an authority for each anchor, a bundle for
 * each node, a certificate for each remote. Not for a cluster that matters: the authority's key lies beside its
 * certificate.
 */
@Mojo(name = "lab-pki", requiresProject = false, threadSafe = true)
public class LabPkiMojo extends AbstractIpsecMojo {

    /** Keeps the files that exist and makes those that are missing. Otherwise a file in the way is a failure. */
    @Parameter(property = "ipsec.keep", defaultValue = "false")
    private boolean keep;

    /**
     * Adds the keys that are made, and that Git neither tracks nor ignores, to a block of its own in the
     * <code>.gitignore</code> of the working folder. What else that file holds stays as it is.
     */
    @Parameter(property = "ipsec.gitignore", defaultValue = "true")
    private boolean gitignore;

    @Override
    void run(Run run) throws IOException, MojoFailureException {
        Diagnostics diagnostics = new Diagnostics();
        List<Path> files = specFiles(run);
        LabPki lab = LabPki.of(run, files, keep, diagnostics);
        report(run, files, diagnostics);
        if (diagnostics.hasErrors()) {
            throw new MojoFailureException(diagnostics.summary() + "; nothing was made");
        }
        List<Path> made = make(lab);
        made.forEach(file -> getLog().info("made " + run.workingFolder().relativize(file)));
        if (gitignore) {
            lab.ignoreKeys().forEach(line -> getLog().info(".gitignore got the line " + line));
        }
        getLog().info(made.isEmpty() ? "nothing was missing" : "keys for a lab only: never commit them");
    }

    private static List<Path> make(LabPki lab) throws IOException, MojoFailureException {
        try {
            return lab.make();
        } catch (FileAlreadyExistsException e) {
            throw new MojoFailureException(e.getFile() + " exists; -Dipsec.keep=true keeps it and makes what is missing");
        } catch (GeneralSecurityException e) {
            throw new MojoFailureException(e.getMessage());
        }
    }
}
