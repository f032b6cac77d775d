package io.github.ipsecmaven;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.fleet.IgnoredKeys;
import io.github.ipsecmaven.forge.BundleWriter;
import io.github.ipsecmaven.forge.Identity;
import io.github.ipsecmaven.forge.LabAuthority;
import io.github.ipsecmaven.forge.PemWriter;
import io.github.ipsecmaven.forge.SecretFile;
import io.github.ipsecmaven.spec.Anchor;
import io.github.ipsecmaven.spec.BundleRef;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.FileRef;
import io.github.ipsecmaven.spec.Ipv4;
import io.github.ipsecmaven.spec.Node;
import io.github.ipsecmaven.spec.Password;
import io.github.ipsecmaven.spec.Remote;
import io.github.ipsecmaven.spec.SpecLoader;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the certificates that a spec names, for a lab: an authority for each anchor, a bundle for each node or pool, and
 * a certificate with its bundle for each remote that the spec gives a certificate of. Every key is new and worth nothing
 * outside the lab.
 */
public final class LabPki {

    private static final Duration VALIDITY = Duration.ofDays(365);

    private final Run run;
    private final List<ClusterSpec> specs;
    private final boolean keep;
    private final SecureRandom random = new SecureRandom();
    private final List<Path> made = new ArrayList<>();
    private final IgnoredKeys keys;

    private LabPki(Run run, List<ClusterSpec> specs, boolean keep) {
        this.run = run;
        this.specs = specs;
        this.keep = keep;
        this.keys = new IgnoredKeys(run);
    }

    /**
     * A maker of lab certificates.
     *
     * @param files the specs, absolute paths
     * @param keep whether files that exist are kept; else one that would be overwritten stops it all
     * @param diagnostics what is wrong with the specs goes here; of those with errors nothing is made
     */
    public static LabPki of(Run run, List<Path> files, boolean keep, Diagnostics diagnostics) {
        List<ClusterSpec> specs = new ArrayList<>();
        for (Path file : files) {
            SpecLoader.load(file, run.workingFolder(), diagnostics).ifPresent(specs::add);
        }
        return new LabPki(run, specs, keep);
    }

    /**
     * Makes what the specs name.
     *
     * @return the files that were written, in that order
     * @throws FileAlreadyExistsException naming the first file that would be overwritten; nothing was written
     * @throws GeneralSecurityException where a kept authority or a password cannot be used; the message says which
     */
    public List<Path> make() throws IOException, GeneralSecurityException {
        if (!keep) {
            for (ClusterSpec spec : specs) {
                requireNothing(targets(spec));
            }
        }
        for (ClusterSpec spec : specs) {
            make(spec);
        }
        return List.copyOf(made);
    }

    /**
     * Keeps the keys that were made out of the next commit, by lines in the working folder's {@code .gitignore}.
     *
     * @return the lines that it got, sorted
     */
    public List<String> ignoreKeys() throws IOException {
        return keys.write();
    }

    private void make(ClusterSpec spec) throws IOException, GeneralSecurityException {
        List<LabAuthority> authorities = new ArrayList<>();
        for (Anchor anchor : spec.anchors()) {
            authorities.add(authority(spec, anchor));
        }
        if (authorities.isEmpty()) {
            return;
        }
        for (Map.Entry<BundleRef, Set<String>> holder : holders(spec).entrySet()) {
            Path file = path(holder.getKey().file());
            if (!Files.exists(file)) {
                String name = baseName(file);
                Identity identity = issue(authorities.get(0), name, holder.getValue());
                writeSecret(file, bundle(name, identity, password(holder.getKey().password())));
            }
        }
        LabAuthority remotes = authorities.get(authorities.size() - 1);
        for (Remote remote : spec.remotes()) {
            if (remote.certificate().isPresent()) {
                makeRemote(spec, remote, path(remote.certificate().get()), remotes);
            }
        }
    }

    private LabAuthority authority(ClusterSpec spec, Anchor anchor) throws IOException, GeneralSecurityException {
        Path certificate = path(anchor.file());
        Path key = keyOf(certificate);
        if (Files.exists(certificate)) {
            try {
                return LabAuthority.load(Files.readAllBytes(certificate), Files.readAllBytes(key), random);
            } catch (NoSuchFileException e) {
                throw new GeneralSecurityException(
                        certificate + " exists, but its key " + key + " does not: nothing can be signed with it");
            }
        }
        LabAuthority authority = LabAuthority.create(
                "Lab " + anchor.nickname() + " of " + spec.name(), run.now(), random);
        writePair(authority.identity().certificate(), certificate, PemWriter.write(authority.identity().key()), key);
        return authority;
    }

    private void makeRemote(ClusterSpec spec, Remote remote, Path certificate, LabAuthority authority)
            throws IOException, GeneralSecurityException {
        if (Files.exists(certificate)) {
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        spec.tunnels().stream().filter(connection -> connection.remote().equals(remote))
                .forEach(connection -> names.add(connection.tunnel().orElseThrow().right()));
        Identity identity = issue(authority, remote.name(), names);
        writePair(identity.certificate(), certificate, bundle(remote.name(), identity, new char[0]), bundleOf(certificate));
    }

    /** Whose names have to stand in which bundle's certificate. */
    private static Map<BundleRef, Set<String>> holders(ClusterSpec spec) {
        Map<BundleRef, Set<String>> holders = new LinkedHashMap<>();
        spec.bundles().forEach(bundle -> holders.computeIfAbsent(bundle, reference -> new LinkedHashSet<>()));
        for (Node node : spec.nodes()) {
            Optional<BundleRef> bundle = spec.bundleOf(node);
            if (bundle.isPresent() && holders.containsKey(bundle.get())) {
                holders.get(bundle.get()).add(node.address().orElse(node.name()));
            }
        }
        return byFile(holders);
    }

    /** Several nodes may name one file: its certificate has the names of all of them. */
    private static Map<BundleRef, Set<String>> byFile(Map<BundleRef, Set<String>> holders) {
        Map<String, BundleRef> firsts = new LinkedHashMap<>();
        Map<BundleRef, Set<String>> merged = new LinkedHashMap<>();
        holders.forEach((reference, names) -> {
            BundleRef first = firsts.computeIfAbsent(reference.file().written(), file -> reference);
            merged.computeIfAbsent(first, file -> new LinkedHashSet<>()).addAll(names);
        });
        return merged;
    }

    private Identity issue(LabAuthority authority, String name, Set<String> names) throws GeneralSecurityException {
        List<String> addresses = names.stream().filter(Ipv4::isAddress).toList();
        List<String> hosts = names.stream().filter(host -> !Ipv4.isAddress(host)).toList();
        return authority.issue(name, hosts.isEmpty() ? List.of(name) : hosts, addresses, run.now(), VALIDITY);
    }

    private byte[] bundle(String name, Identity identity, char[] password) throws GeneralSecurityException {
        return BundleWriter.write(name, identity.key(), identity.certificate(), password, random);
    }

    private char[] password(Password password) throws IOException, GeneralSecurityException {
        if (password.env().isPresent()) {
            String value = run.environment().get(password.env().get());
            if (value == null) {
                throw new GeneralSecurityException("the environment variable " + password.env().get() + " is not set");
            }
            return value.toCharArray();
        }
        if (password.file().isPresent()) {
            return Files.readString(path(password.file().get())).lines().findFirst().orElse("").toCharArray();
        }
        return new char[0];
    }

    private List<Path> targets(ClusterSpec spec) throws IOException {
        List<Path> targets = new ArrayList<>();
        for (Anchor anchor : spec.anchors()) {
            targets.add(path(anchor.file()));
            targets.add(keyOf(path(anchor.file())));
        }
        for (BundleRef bundle : spec.bundles()) {
            targets.add(path(bundle.file()));
        }
        for (Remote remote : spec.remotes()) {
            if (remote.certificate().isPresent()) {
                targets.add(path(remote.certificate().get()));
                targets.add(bundleOf(path(remote.certificate().get())));
            }
        }
        return targets;
    }

    private static void requireNothing(List<Path> targets) throws FileAlreadyExistsException {
        for (Path target : targets) {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
        }
    }

    private Path path(FileRef file) throws IOException {
        return file.resolve(run.environment())
                .orElseThrow(() -> new NoSuchFileException(file.shown(), null, "the variable is not set"));
    }

    private void writePair(X509Certificate certificate, Path file, byte[] secret, Path secretFile)
            throws IOException, GeneralSecurityException {
        if (Files.exists(secretFile)) {
            throw new GeneralSecurityException(
                    secretFile + " exists, but its certificate " + file + " does not: a new one would replace the key");
        }
        Files.createDirectories(file.getParent());
        Files.write(file, PemWriter.write(certificate));
        made.add(file);
        writeSecret(secretFile, secret);
    }

    private void writeSecret(Path file, byte[] bytes) throws IOException {
        SecretFile.create(file, bytes);
        made.add(file);
        keys.note(file);
    }

    private static Path keyOf(Path certificate) {
        return certificate.resolveSibling(baseName(certificate) + ".key");
    }

    private static Path bundleOf(Path certificate) {
        return certificate.resolveSibling(baseName(certificate) + ".p12");
    }

    private static String baseName(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
