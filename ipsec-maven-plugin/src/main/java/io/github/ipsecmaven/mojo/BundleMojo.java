package io.github.ipsecmaven.mojo;

import io.github.ipsecmaven.BundleJob;
import io.github.ipsecmaven.cluster.Run;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes a bundle that every node accepts out of a key and a certificate in PEM, or out of any PKCS#12 file: one key and
 * its certificate, under one friendly name, in an encoding that NSS and FIPS take. The authorities between the
 * certificate and its root come along, as far as the input has them. It is made once: what holds the same content is
 * left as it is.
 */
@Mojo(name = "bundle", requiresProject = false, threadSafe = true)
public class BundleMojo extends AbstractIpsecMojo {

    /** The private key, PEM. With <code>ipsec.certificate</code>. */
    @Parameter(property = "ipsec.key")
    private String key;

    /** The certificate that the key belongs to, PEM; the file may hold its chain too, of which the root is left out. */
    @Parameter(property = "ipsec.certificate")
    private String certificate;

    /** A PKCS#12 file to take the key and the certificate from, instead of PEM files. */
    @Parameter(property = "ipsec.bundle")
    private String bundle;

    /** The file whose first line opens the input, where it is encrypted. */
    @Parameter(property = "ipsec.inputPasswordFile")
    private String inputPasswordFile;

    /** The bundle to make. */
    @Parameter(property = "ipsec.out")
    private String out;

    /** The bundle's friendly name, and so its nickname on the nodes. Usually that of the input, else the name of the file. */
    @Parameter(property = "ipsec.name")
    private String name;

    /** The file whose first line becomes the bundle's password: the one that the node will use. Usually it has none. */
    @Parameter(property = "ipsec.passwordFile")
    private String passwordFile;

    @Override
    void run(Run run) throws IOException, MojoFailureException {
        if (out == null || out.isBlank()) {
            throw new MojoFailureException("name the bundle to make: -Dipsec.out=<path>");
        }
        Path folder = run.workingFolder();
        boolean pem = key != null && certificate != null && bundle == null;
        if (!pem && (bundle == null || key != null || certificate != null)) {
            throw new MojoFailureException("name either ipsec.key and ipsec.certificate, or ipsec.bundle");
        }
        BundleJob job = new BundleJob(folder.resolve(out), Optional.ofNullable(name), password(folder, passwordFile));
        try {
            char[] inputPassword = password(folder, inputPasswordFile);
            BundleJob.Outcome outcome = pem
                    ? job.fromPem(folder.resolve(key), folder.resolve(certificate), inputPassword)
                    : job.fromBundle(folder.resolve(bundle), inputPassword);
            getLog().info(outcome == BundleJob.Outcome.WRITTEN ? "made " + out : out + " holds just this already");
        } catch (FileAlreadyExistsException e) {
            throw new MojoFailureException(out + " exists and holds something else; move it away, or name another ipsec.out");
        } catch (GeneralSecurityException e) {
            throw new MojoFailureException(e.getMessage());
        }
    }

    private static char[] password(Path folder, String file) throws IOException {
        return file == null
                ? new char[0]
                : Files.readString(folder.resolve(file)).lines().findFirst().orElse("").toCharArray();
    }
}
