package io.github.ipsecmaven;

import io.github.ipsecmaven.forge.BundleWriter;
import io.github.ipsecmaven.forge.Identity;
import io.github.ipsecmaven.forge.PrivateKeyReader;
import io.github.ipsecmaven.forge.SecretFile;
import io.github.ipsecmaven.pki.Bundle;
import io.github.ipsecmaven.pki.BundleCertificate;
import io.github.ipsecmaven.pki.BundleException;
import io.github.ipsecmaven.pki.BundleIdentity;
import io.github.ipsecmaven.pki.BundleReader;
import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.Intermediates;
import io.github.ipsecmaven.pki.KeyMatch;
import io.github.ipsecmaven.pki.PemCertificate;
import io.github.ipsecmaven.pki.PemException;
import io.github.ipsecmaven.pki.PemReader;
import io.github.ipsecmaven.policy.certificate.NicknameReadable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a bundle that every node accepts out of what an authority delivers: a key and a certificate in PEM, or any
 * PKCS#12 file. The authorities between the certificate and its root come along, as far as the input has them. It is
 * made once: where the file holds the same key and certificate under the same name already, its bytes stay, because new
 * bytes would be a change on every node.
 */
public final class BundleJob {

    private final Path out;
    private final Optional<String> name;
    private final char[] password;

    /**
     * A job.
     *
     * @param out the bundle to be made
     * @param name its friendly name; empty takes the one of a PKCS#12 file, else the name of {@code out}
     * @param password the bundle's password, the one that the node will use; may be empty
     */
    public BundleJob(Path out, Optional<String> name, char[] password) {
        this.out = out;
        this.name = name;
        this.password = password.clone();
    }

    /** What became of the bundle. */
    public enum Outcome {
        WRITTEN,
        UNCHANGED
    }

    /**
     * Makes the bundle of a key and the certificate that belongs to it.
     *
     * @param certificates a PEM file, with its chain in any order; the root and what is not of the chain are left out
     * @param keyPassword opens an encrypted key; may be empty
     * @throws FileAlreadyExistsException where {@code out} is there and holds something else
     * @throws GeneralSecurityException where the input cannot be used; the message says why and holds no secret
     */
    public Outcome fromPem(Path key, Path certificates, char[] keyPassword) throws IOException, GeneralSecurityException {
        PrivateKey privateKey = PrivateKeyReader.read(Files.readString(key), keyPassword);
        List<Certificate> chain = read(certificates);
        return write(baseName(out), privateKey, certificateOf(privateKey, chain, certificates), chain);
    }

    /**
     * Makes the bundle of the key and certificate in another one.
     *
     * @param bundlePassword opens it; may be empty
     * @throws FileAlreadyExistsException where {@code out} is there and holds something else
     * @throws GeneralSecurityException where the input cannot be used; the message says why and holds no secret
     */
    public Outcome fromBundle(Path bundle, char[] bundlePassword) throws IOException, GeneralSecurityException {
        Bundle content = open(bundle, bundlePassword);
        if (content.keys().size() != 1) {
            throw new GeneralSecurityException(bundle + " holds " + content.keys().size() + " keys; it has to be one");
        }
        BundleIdentity identity = content.identity().filter(found -> found.match() == KeyMatch.MATCHES)
                .orElseThrow(() -> new GeneralSecurityException(bundle + " holds no certificate that its key belongs to"));
        PrivateKey key = identity.key().privateKey()
                .orElseThrow(() -> new GeneralSecurityException(bundle + " holds a key of a kind that libreswan does not take"));
        return write(identity.nickname().orElse(baseName(out)), key, identity.certificate().certificate(),
                certificatesOf(content));
    }

    private Outcome write(String usualName, PrivateKey key, Certificate certificate, List<Certificate> chain)
            throws IOException, GeneralSecurityException {
        String friendlyName = name.orElse(usualName);
        if (!NicknameReadable.isReadable(friendlyName)) {
            throw new GeneralSecurityException("the friendly name '" + friendlyName
                    + "' would be refused; give another by ipsec.name, of letters, digits, '.', '-' and '_'");
        }
        List<Certificate> path = new ArrayList<>(List.of(certificate));
        path.addAll(Intermediates.of(certificate, chain));
        if (Files.exists(out)) {
            if (holds(friendlyName, path)) {
                return Outcome.UNCHANGED;
            }
            throw new FileAlreadyExistsException(out.toString());
        }
        List<X509Certificate> intermediates = new ArrayList<>();
        for (Certificate intermediate : path.subList(1, path.size())) {
            intermediates.add(intermediate.x509());
        }
        SecretFile.create(out, BundleWriter.write(
                friendlyName, key, certificate.x509(), intermediates, password, new SecureRandom()));
        return Outcome.WRITTEN;
    }

    private boolean holds(String friendlyName, List<Certificate> path) throws IOException {
        try {
            Bundle content = open(out, password);
            Optional<BundleIdentity> present = content.identity();
            return present.isPresent()
                    && present.get().nickname().equals(Optional.of(friendlyName))
                    && present.get().match() == KeyMatch.MATCHES
                    && certificatesOf(content).equals(path);
        } catch (GeneralSecurityException anotherPassword) {
            return false;
        }
    }

    private static Bundle open(Path bundle, char[] password) throws IOException, GeneralSecurityException {
        try {
            return BundleReader.read(Files.readAllBytes(bundle), password);
        } catch (BundleException e) {
            throw new GeneralSecurityException(bundle + ": " + e.getMessage() + (isPasswordMissing(e, password)
                    ? " Where it has a password, ipsec.inputPasswordFile names the file with it" : ""));
        }
    }

    private static boolean isPasswordMissing(BundleException refusal, char[] password) {
        return refusal.reason() == BundleException.Reason.WRONG_PASSWORD && password.length == 0;
    }

    private static List<Certificate> certificatesOf(Bundle bundle) {
        List<Certificate> certificates = new ArrayList<>();
        for (BundleCertificate certificate : bundle.certificates()) {
            certificates.add(certificate.certificate());
        }
        return certificates;
    }

    private static List<Certificate> read(Path file) throws IOException, GeneralSecurityException {
        try {
            List<Certificate> certificates = new ArrayList<>();
            for (PemCertificate certificate : PemReader.read(Files.readAllBytes(file)).certificates()) {
                certificates.add(certificate.certificate());
            }
            return certificates;
        } catch (PemException e) {
            throw new GeneralSecurityException(file + ": " + e.getMessage());
        }
    }

    private static Certificate certificateOf(PrivateKey key, List<Certificate> candidates, Path file)
            throws GeneralSecurityException {
        for (Certificate certificate : candidates) {
            if (Identity.belongTogether(key, certificate.x509())) {
                return certificate;
            }
        }
        throw new GeneralSecurityException("the key belongs to no certificate in " + file);
    }

    private static String baseName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    }
}
