package io.github.ipsecmaven.memory;

import io.github.ipsecmaven.cluster.ClusterTree;
import io.github.ipsecmaven.cluster.Repository;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.SourceText;
import io.github.ipsecmaven.pki.AnchorFile;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.pki.RemoteCertificate;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.secret.KeyFiles;
import io.github.ipsecmaven.previous.PastTree;
import io.github.ipsecmaven.previous.TrackedFiles;
import io.github.ipsecmaven.spec.FileRef;
import io.github.ipsecmaven.spec.Password;
import io.github.ipsecmaven.tree.Digest;
import io.github.ipsecmaven.tree.KnownFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a cluster's tree depends on beside the program, by name, and the state that each is in. What was read counts as
 * it was read. Of a password only where it comes from is looked at, and of its file when it was last touched.
 */
final class Conditions {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Run run;
    private final PastTree baseline;
    private final TrackedFiles tracked;
    private final boolean ignoresKeys;
    private final Map<String, String> looked = new ConcurrentHashMap<>();

    Conditions(Run run, PastTree baseline, TrackedFiles tracked, boolean ignoresKeys) {
        this.run = run;
        this.baseline = baseline;
        this.tracked = tracked;
        this.ignoresKeys = ignoresKeys;
    }

    /** Those under which a tree was compiled. */
    Map<String, String> of(ClusterTree tree) {
        Map<String, String> conditions = new LinkedHashMap<>();
        add(conditions, "baseline " + tree.name());
        add(conditions, "place of the output");
        add(conditions, "repository " + tree.spec().section().at().source().file());
        for (SourceText source : tree.spec().sources()) {
            conditions.put("text " + source.file(), Digest.of(source.text().getBytes(StandardCharsets.UTF_8)));
        }
        for (AnchorFile anchor : tree.facts().credentials().anchors()) {
            addPublic(conditions, anchor.anchor().file(), Digest.of(anchor.bytes()));
        }
        for (RemoteCertificate certificate : tree.facts().credentials().remoteCertificates()) {
            addPublic(conditions, certificate.remote().certificate().orElseThrow(), certificate.sha256());
        }
        for (OpenedBundle bundle : tree.facts().credentials().bundles().values()) {
            addPath(conditions, bundle.reference().file());
            conditions.put("file " + bundle.path(), bundle.source().sha256());
            addPassword(conditions, bundle.reference().password());
            for (FileRef file : bundle.reference().files()) {
                addFile(conditions, "git", file);
            }
        }
        return conditions;
    }

    /** By name, those under which Git ignores the keys of a tree: every {@code .gitignore} of the working folder above one. */
    Set<String> ignoring(Facts facts) {
        Set<String> names = new TreeSet<>();
        for (FileRef key : KeyFiles.inClear(facts)) {
            Path folder = key.resolve(run.environment()).map(Path::getParent).orElse(null);
            while (folder != null && folder.startsWith(run.workingFolder())) {
                names.add("ignores " + folder.resolve(".gitignore"));
                folder = folder.getParent();
            }
        }
        return names;
    }

    /** Adds the state that a condition is in now. */
    void add(Map<String, String> conditions, String condition) {
        conditions.put(condition, state(condition));
    }

    /** Whether all are as they were. */
    boolean hold(Map<String, String> conditions) {
        for (Map.Entry<String, String> condition : conditions.entrySet()) {
            if (!condition.getValue().equals(state(condition.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** What is rendered in clear has to lie in the repository, links resolved. */
    private void addPublic(Map<String, String> conditions, FileRef file, String sha256) {
        addPath(conditions, file);
        Optional<Path> path = file.resolve(run.environment());
        if (path.isPresent()) {
            conditions.put("file " + path.get(), sha256);
            add(conditions, "real " + path.get());
        }
    }

    private void addFile(Map<String, String> conditions, String what, FileRef file) {
        Optional<Path> path = file.resolve(run.environment());
        if (path.isPresent()) {
            add(conditions, what + " " + path.get());
        }
    }

    private void addPath(Map<String, String> conditions, FileRef file) {
        if (file.variable()) {
            add(conditions, "path " + file.written());
        }
    }

    private void addPassword(Map<String, String> conditions, Password password) {
        if (password.env().isPresent()) {
            add(conditions, "password " + password.env().get());
        }
        if (password.file().isPresent()) {
            addPath(conditions, password.file().get());
            addFile(conditions, "touched", password.file().get());
        }
    }

    private String state(String condition) {
        String known = looked.get(condition);
        if (known == null) {
            known = look(condition);
            looked.put(condition, known);
        }
        return known;
    }

    private String look(String condition) {
        int blank = condition.indexOf(' ');
        String name = condition.substring(blank + 1);
        try {
            return switch (condition.substring(0, blank)) {
                case "baseline" -> baseline.inventoryVersion(name).orElse("none");
                case "place" -> baseline.repositoryPath().orElse("none");
                case "repository" -> Repository.of(Path.of(name), run.workingFolder()).toString();
                case "text" -> Digest.of(withoutMark(Files.readAllBytes(Path.of(name))));
                case "file" -> Digest.of(Files.readAllBytes(Path.of(name)));
                case "ignores" -> ignored(Path.of(name));
                case "real" -> Path.of(name).toRealPath().toString();
                case "path" -> "" + run.environment().get(name);
                case "password" -> run.environment().getOrDefault(name, "").isEmpty() ? "missing" : "set";
                case "git" -> tracked.inClear(Path.of(name)) ? "tracked" : "not tracked";
                case "touched" -> KnownFile.touched(Path.of(name));
                default -> "unknown";
            };
        } catch (IOException | IllegalArgumentException e) {
            return "not to be read";
        }
    }

    /** A run that adds nothing to the file does not care what is in it, and so proves nothing to one that does. */
    private String ignored(Path gitignore) throws IOException {
        if (!ignoresKeys) {
            return "left alone";
        }
        return Files.exists(gitignore) ? Digest.of(Files.readAllBytes(gitignore)) : "none";
    }

    private static byte[] withoutMark(byte[] text) {
        int mark = BYTE_ORDER_MARK.length;
        return Arrays.mismatch(text, BYTE_ORDER_MARK) == mark ? Arrays.copyOfRange(text, mark, text.length) : text;
    }
}
