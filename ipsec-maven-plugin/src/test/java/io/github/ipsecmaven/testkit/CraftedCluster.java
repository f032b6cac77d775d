package io.github.ipsecmaven.testkit;

import io.github.ipsecmaven.forge.BundleWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;

/**
 * A sound cluster of one node and one remote with crafted certificates, of which a test replaces what it is about. The
 * places of its files: {@link #BUNDLE}, {@link #CA} and {@link #REMOTE}.
 */
public final class CraftedCluster {

    public static final String CA = " at 6:5";
    public static final String ADDRESS = " at 9:14";
    public static final String BUNDLE = " at 10:13";
    public static final String REMOTE = " at 16:18";

    private static final String SPEC = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata: {name: case}
            cluster: {openshift: "4.20.11", platform: BareMetal}
            mode: External
            ca: certs/ca.pem
            nodes:
              worker-0:
                address: worker-0.prod.example.com
                bundle: certs/worker-0.p12
            remotes:
              nas:
                address: nas.example.com
                subnet: 192.0.2.20/32
                type: transport
                certificate: certs/nas.pem
                failClosed: false
            """;

    private final ConfigRepository repository;
    private final CraftedCertificate root = CraftedCertificate.authority("CN=Root").selfSigned();
    private String spec = SPEC;

    /** A sound cluster in an empty folder. */
    public CraftedCluster(Path folder) throws IOException {
        repository = ConfigRepository.with(folder, spec);
        file("ca.pem", root.pem());
        bundle(node().signedBy(root));
        file("nas.pem", CraftedCertificate.end("CN=nas", "nas.example.com").signedBy(root).pem());
    }

    /** The authority of everything. */
    public CraftedCertificate root() {
        return root;
    }

    /** Begins the certificate that the node should have. */
    public CraftedCertificate.Draft node() {
        return CraftedCertificate.end("CN=worker-0", "worker-0.prod.example.com");
    }

    /** Gives the node this certificate, in a bundle as we write them. */
    public CraftedCluster bundle(CraftedCertificate own) throws IOException {
        try {
            return file("worker-0.p12", BundleWriter.write("worker-0", own.keys().getPrivate(), own.certificate(),
                    new char[0], new SecureRandom()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives the node this bundle. */
    public CraftedCluster bundle(BundleForge bundle) throws IOException {
        return file("worker-0.p12", bundle.bytes());
    }

    /** Gives both ends ECDSA keys. */
    public CraftedCluster ecdsa() throws IOException {
        return ecdsaRemote().bundle(node().keys(CraftedKeys.ec("secp384r1")).signedBy(root));
    }

    /** Gives the remote an ECDSA key. */
    public CraftedCluster ecdsaRemote() throws IOException {
        return file("nas.pem", CraftedCertificate.end("CN=nas", "nas.example.com").keys(CraftedKeys.ec("secp256r1"))
                .signedBy(root).pem());
    }

    /** Writes a file below {@code certs/}. */
    public CraftedCluster file(String name, byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.write(part);
        }
        Files.write(repository.folder().resolve("certs").resolve(name), bytes.toByteArray());
        return this;
    }

    /** Changes the spec; what is replaced has to be there. */
    public CraftedCluster replace(String text, String by) throws IOException {
        if (!spec.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        spec = spec.replace(text, by);
        repository.spec(spec);
        return this;
    }

    /** Adds to the end of the spec. */
    public CraftedCluster append(String text) throws IOException {
        spec += text;
        repository.spec(spec);
        return this;
    }

    public ConfigRepository repository() {
        return repository;
    }

    /** Every finding as {@code IPSEC-C004 at 10:13}. */
    public List<String> findings() throws IOException {
        return repository.fleet().validate().diagnostics().all().stream()
                .map(finding -> finding.rule() + " at " + finding.position().line() + ":" + finding.position().column())
                .toList();
    }
}
