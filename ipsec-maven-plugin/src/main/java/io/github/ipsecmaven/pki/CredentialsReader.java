package io.github.ipsecmaven.pki;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.spec.Anchor;
import io.github.ipsecmaven.spec.BundleRef;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.FileRef;
import io.github.ipsecmaven.spec.Password;
import io.github.ipsecmaven.spec.Remote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and opens the files that a spec names, each of them once. */
public final class CredentialsReader {

    static final int MOST_BYTES = 1 << 20;
    private static final String NO_PATH = "it is no path on this system: a build in the locale C, as many containers "
            + "have it, can name no file outside ASCII; LC_ALL=C.UTF-8 can";

    private final Map<String, String> environment;
    private final Path repository;
    private final Openings openings;
    private final Diagnostics diagnostics;
    private final FileFaults faults = new FileFaults();
    private final Map<List<Object>, Optional<OpenedBundle>> opened = new HashMap<>();

    /**
     * A reader for one cluster.
     *
     * @param environment the environment variables
     * @param repository the folder that files rendered in clear have to be in
     * @param openings what need not be opened; gets what is
     * @param diagnostics gets a finding for every line of the spec with files that cannot be read or opened
     */
    public CredentialsReader(Map<String, String> environment, Path repository, Openings openings,
            Diagnostics diagnostics) {
        this.environment = environment;
        this.repository = repository;
        this.openings = openings;
        this.diagnostics = diagnostics;
    }

    /** The files of a cluster. Absent nodes and remotes, and purged pools, need none. */
    public Credentials read(ClusterSpec spec) {
        List<AnchorFile> anchors = new ArrayList<>();
        for (Anchor anchor : spec.anchors()) {
            Optional<byte[]> bytes = publicBytes(anchor.file());
            Optional<PemFile> pem = bytes.isEmpty() ? Optional.empty() : pem(anchor.file(), bytes.get());
            if (pem.isPresent()) {
                anchors.add(new AnchorFile(anchor, bytes.get(), pem.get()));
            }
        }
        Map<BundleRef, OpenedBundle> bundles = new LinkedHashMap<>();
        for (BundleRef reference : spec.bundles()) {
            Optional<OpenedBundle> bundle = open(reference);
            if (bundle.isPresent()) {
                bundles.put(reference, bundle.get());
            }
        }
        List<RemoteCertificate> certificates = new ArrayList<>();
        for (Remote remote : spec.remotes()) {
            if (!remote.absent() && remote.certificate().isPresent()) {
                FileRef file = remote.certificate().get();
                Optional<byte[]> bytes = publicBytes(file);
                Optional<PemFile> pem = bytes.isEmpty() ? Optional.empty() : pem(file, bytes.get());
                if (pem.isPresent()) {
                    certificates.add(new RemoteCertificate(remote, pem.get(), Sha256.hex(bytes.get())));
                }
            }
        }
        faults.report(diagnostics);
        return new Credentials(anchors, bundles, certificates);
    }

    private Optional<OpenedBundle> open(BundleRef reference) {
        Password password = reference.password();
        if (!password.isEmpty() && !password.knownToBuild()) {
            return Optional.empty();
        }
        Optional<Path> path = path(reference.file());
        List<Object> source = List.of(path, password.env(), password.file().isPresent() ? password.file().get().written() : "");
        if (!opened.containsKey(source)) {
            opened.put(source, open(reference, path));
        }
        Optional<OpenedBundle> bundle = opened.get(source);
        return bundle.isPresent() ? Optional.of(bundle.get().namedBy(reference)) : Optional.empty();
    }

    private Optional<OpenedBundle> open(BundleRef reference, Optional<Path> path) {
        Optional<byte[]> bytes = path.isEmpty() ? Optional.empty() : bytes(reference.file(), path.get());
        Optional<char[]> password = password(reference.password());
        if (bytes.isEmpty() || password.isEmpty()) {
            return Optional.empty();
        }
        try {
            BundleSource source = source(bytes.get(), reference.password());
            Bundle content = openings.bundle(source,
                    () -> BundleReader.read(bytes.get(), password.get(), openings::certificate));
            return Optional.of(new OpenedBundle(reference, path.orElseThrow(), bytes.get(), source, content));
        } catch (BundleException e) {
            faults.add(FileFinding.NO_BUNDLE, e.getMessage(), reference.file().at(), reference.file().shown());
            return Optional.empty();
        } finally {
            Arrays.fill(password.get(), '\0');
        }
    }

    private BundleSource source(byte[] bytes, Password password) {
        boolean inFile = password.env().isEmpty() && password.file().isPresent();
        return new BundleSource(Sha256.hex(bytes), password.env(),
                inFile ? password.file().get().resolve(environment) : Optional.empty());
    }

    private Optional<char[]> password(Password password) {
        if (password.env().isPresent()) {
            String value = environment.get(password.env().get());
            if (value == null) {
                faults.add(FileFinding.VARIABLE_NOT_SET, password.at("env"), password.env().get());
            }
            return value == null ? Optional.empty() : Optional.of(value.toCharArray());
        }
        return password.file().isEmpty() ? Optional.of(new char[0]) : firstLine(password.file().get());
    }

    private Optional<char[]> firstLine(FileRef file) {
        Optional<byte[]> bytes = path(file).flatMap(path -> bytes(file, path));
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        String line = new String(bytes.get(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
        if (line.isEmpty()) {
            faults.add(FileFinding.EMPTY_PASSWORD_FILE, file.at(), file.shown());
            return Optional.empty();
        }
        return Optional.of(line.toCharArray());
    }

    private Optional<PemFile> pem(FileRef file, byte[] bytes) {
        try {
            return Optional.of(PemReader.read(bytes, openings::certificate));
        } catch (PemException e) {
            faults.add(FileFinding.NO_PEM, e.getMessage(), file.at(), file.shown());
            return Optional.empty();
        }
    }

    private Optional<byte[]> publicBytes(FileRef file) {
        Optional<Path> path = path(file);
        if (path.isPresent() && Files.exists(path.get()) && !insideRepository(path.get())) {
            faults.add(FileFinding.OUTSIDE_REPOSITORY, file.at(), file.shown());
            return Optional.empty();
        }
        return path.isEmpty() ? Optional.empty() : bytes(file, path.get());
    }

    /** Links are followed first: one that leads out of the repository would render what it points at. */
    private boolean insideRepository(Path path) {
        try {
            return path.toRealPath().startsWith(repository.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<Path> path(FileRef file) {
        Optional<Path> path = file.resolve(environment);
        if (path.isEmpty()) {
            if (file.variable()) {
                faults.add(FileFinding.VARIABLE_NOT_SET, file.at(), file.written());
            } else {
                faults.add(FileFinding.MISSING, NO_PATH, file.at(), file.written());
            }
        }
        return path;
    }

    private Optional<byte[]> bytes(FileRef file, Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                faults.add(FileFinding.TOO_LARGE, file.at(), file.shown());
                return Optional.empty();
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            faults.add(whyUnread(path), file.at(), file.shown());
            return Optional.empty();
        }
    }

    private static FileFinding whyUnread(Path path) {
        if (!Files.exists(path)) {
            return FileFinding.MISSING;
        }
        return Files.isDirectory(path) ? FileFinding.DIRECTORY : FileFinding.UNREADABLE;
    }
}
