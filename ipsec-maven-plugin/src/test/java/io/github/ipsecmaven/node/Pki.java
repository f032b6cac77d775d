package io.github.ipsecmaven.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes authorities, certificates and bundles with openssl, below a folder of the test. */
final class Pki {

    /** A certificate and its private key, both PEM files, and the certificates that complete its chain. */
    record Identity(Path certificate, Path key, String subject, List<Path> chain) {
    }

    private final Path folder;
    private int serial = 1;

    Pki(Path folder) {
        this.folder = folder;
    }

    /** A self-signed authority; {@code subject} as openssl writes it, such as {@code /O=Acme/CN=Root}. */
    Identity authority(String subject) {
        return authority(subject, newKey());
    }

    Identity authority(String subject, Path key) {
        var certificate = nextFile("ca.pem");
        Tools.must("openssl", "req", "-x509", "-key", key.toString(), "-out", certificate.toString(),
                "-subj", subject, "-days", "30", "-set_serial", String.valueOf(serial),
                "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=keyCertSign");
        return new Identity(certificate, key, subject, List.of());
    }

    Identity intermediate(Identity issuer, String subject) {
        return issue(issuer, subject, newKey(), "basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign\n");
    }

    /** A certificate for a node or a remote. */
    Identity leaf(Identity issuer, String subject) {
        return leaf(issuer, subject, newKey());
    }

    Identity leaf(Identity issuer, String subject, Path key) {
        return issue(issuer, subject, key, "basicConstraints=CA:FALSE\nkeyUsage=digitalSignature\n");
    }

    /** A certificate with the name in its subject and in its alternative names, and a new key. */
    Identity named(Identity issuer, String name) {
        return issue(issuer, "/O=Acme/CN=" + name, newKey(),
                "basicConstraints=CA:FALSE\nkeyUsage=digitalSignature\nsubjectAltName=DNS:" + name + "\n");
    }

    /** Waits until the start of a new certificate is later than that of every one before: it is in whole seconds. */
    static void awaitLaterCertificates() {
        var now = Instant.now().getEpochSecond();
        while (Instant.now().getEpochSecond() <= now) {
            Tools.pause();
        }
    }

    /** The same subject and issuer again, with a new key. */
    Identity renewed(Identity issuer, Identity old) {
        return leaf(issuer, old.subject());
    }

    /** A bundle without password. */
    Path bundle(Identity identity, String friendlyName) {
        return bundle(identity, friendlyName, "");
    }

    Path bundle(Identity identity, String friendlyName, String password) {
        var bundle = nextFile("bundle");
        var passwordFile = write(nextFile("password"), password + "\n");
        var command = new ArrayList<>(List.of("openssl", "pkcs12", "-export", "-out", bundle.toString(),
                "-inkey", identity.key().toString(), "-in", identity.certificate().toString(),
                "-name", friendlyName, "-passout", "file:" + passwordFile));
        if (!identity.chain().isEmpty()) {
            command.addAll(List.of("-certfile", concatenated(identity.chain()).toString()));
        }
        Tools.must(command.toArray(String[]::new));
        return bundle;
    }

    Path newKey() {
        var key = nextFile("key");
        Tools.must("openssl", "genrsa", "-out", key.toString(), "2048");
        return key;
    }

    Path newEcdsaKey() {
        var key = nextFile("key");
        Tools.must("openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256",
                "-out", key.toString());
        return key;
    }

    private Identity issue(Identity issuer, String subject, Path key, String extensions) {
        var request = nextFile("request");
        var certificate = nextFile("certificate.pem");
        var extensionFile = write(nextFile("extensions"), extensions);
        Tools.must("openssl", "req", "-new", "-key", key.toString(), "-subj", subject, "-out", request.toString());
        Tools.must("openssl", "x509", "-req", "-in", request.toString(), "-out", certificate.toString(),
                "-CA", issuer.certificate().toString(), "-CAkey", issuer.key().toString(),
                "-set_serial", String.valueOf(serial), "-days", "20", "-extfile", extensionFile.toString());
        var chain = new ArrayList<Path>();
        if (!issuer.chain().isEmpty() || !isRoot(issuer)) {
            chain.add(issuer.certificate());
            chain.addAll(issuer.chain());
        }
        return new Identity(certificate, key, subject, List.copyOf(chain));
    }

    private static boolean isRoot(Identity identity) {
        return Tools.run("openssl", "verify", "-CAfile", identity.certificate().toString(),
                identity.certificate().toString()).succeeded();
    }

    private Path concatenated(List<Path> certificates) {
        var text = new StringBuilder();
        for (var certificate : certificates) {
            text.append(read(certificate));
        }
        return write(nextFile("chain.pem"), text.toString());
    }

    private Path nextFile(String suffix) {
        return folder.resolve(serial++ + "-" + suffix);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
