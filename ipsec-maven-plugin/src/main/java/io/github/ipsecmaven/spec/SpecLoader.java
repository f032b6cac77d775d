package io.github.ipsecmaven.spec;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.SourceText;
import io.github.ipsecmaven.spec.schema.Acceptance;
import io.github.ipsecmaven.spec.schema.LanguageSchema;
import io.github.ipsecmaven.spec.yaml.Tree;
import io.github.ipsecmaven.spec.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * File to {@link ClusterSpec}: text, tree, defaults laid under it, schema, {@code nodeDefaults} and {@code
 * remoteDefaults} applied, records. Each
 * step starts only where the one before found nothing wrong, so that one mistake is one finding.
 */
public final class SpecLoader {

    private final Path workingFolder;
    private final SharedDefaults shared;
    private final Diagnostics diagnostics;
    private final List<SourceText> sources = new ArrayList<>();

    private SpecLoader(Path workingFolder, SharedDefaults shared, Diagnostics diagnostics) {
        this.workingFolder = workingFolder;
        this.shared = shared;
        this.diagnostics = diagnostics;
    }

    /**
     * Loads the spec of a cluster.
     *
     * @param workingFolder findings name files relative to it
     * @return the spec, or empty where {@code diagnostics} now holds an error
     */
    public static Optional<ClusterSpec> load(Path file, Path workingFolder, Diagnostics diagnostics) {
        return load(file, workingFolder, new SharedDefaults(), diagnostics);
    }

    /** The same for one of many specs. */
    public static Optional<ClusterSpec> load(
            Path file, Path workingFolder, SharedDefaults shared, Diagnostics diagnostics) {
        Diagnostics own = new Diagnostics();
        SpecLoader loader = new SpecLoader(workingFolder, shared, own);
        Optional<ClusterSpec> spec = loader.load(file);
        diagnostics.addAll(own.all());
        return own.hasErrors() ? Optional.empty() : spec;
    }

    private Optional<ClusterSpec> load(Path file) {
        Optional<Tree.Mapping> document = document(file);
        if (document.isPresent()) {
            document = withDefaults(document.get());
        }
        return document.isPresent() && isAccepted(document.get())
                ? Optional.of(decode(document.get()))
                : Optional.empty();
    }

    private Optional<Tree.Mapping> document(Path file) {
        String name = nameOf(file);
        try {
            Optional<Tree.Mapping> document = YamlReader.read(file, name, diagnostics);
            if (document.isPresent()) {
                sources.add(document.get().at().source());
            }
            return document;
        } catch (IOException e) {
            Position start = new SourceText(file, name, "").start();
            diagnostics.add(SpecFinding.NO_SUCH_SPEC.at(start, reason(file, e)));
            return Optional.empty();
        }
    }

    private Optional<Tree.Mapping> withDefaults(Tree.Mapping document) {
        if (!(document.get("extends") instanceof Tree.Scalar path) || path.kind() != Tree.Kind.STRING) {
            return Optional.of(document);
        }
        Path file;
        try {
            file = path.at().source().file().resolveSibling(path.text()).normalize();
        } catch (InvalidPathException e) {
            diagnostics.add(SpecFinding.DEFAULTS_UNREADABLE.at(path.at(), path.text(), "it is no path"));
            return Optional.empty();
        }
        try {
            Optional<Tree.Mapping> defaults = shared.in(file, nameOf(file), diagnostics);
            if (defaults.isEmpty()) {
                return Optional.empty();
            }
            sources.add(defaults.get().at().source());
            return overlay(path, defaults.get(), document);
        } catch (IOException e) {
            diagnostics.add(SpecFinding.DEFAULTS_UNREADABLE.at(path.at(), path.text(), reason(file, e)));
            return Optional.empty();
        }
    }

    private Optional<Tree.Mapping> overlay(Tree.Scalar path, Tree.Mapping defaults, Tree.Mapping document) {
        if (!(defaults.get("kind") instanceof Tree.Scalar kind) || !kind.text().equals("ClusterIPsecDefaults")) {
            String found = defaults.get("kind") instanceof Tree.Scalar kind ? "kind " + kind.text() : "no kind";
            diagnostics.add(SpecFinding.NOT_DEFAULTS.at(path.at(), path.text(), found));
            return Optional.empty();
        }
        if (!isLanguage(defaults.only("apiVersion", "kind"))) {
            return Optional.empty();
        }
        if (defaults.has("extends")) {
            diagnostics.add(SpecFinding.CHAINED_DEFAULTS.at(defaults.get("extends").at()));
            return Optional.empty();
        }
        Tree.Mapping inherited = defaults.without("apiVersion").without("kind").without("metadata");
        return Optional.of(Overlay.over(inherited, document.without("extends")));
    }

    private boolean isAccepted(Tree.Mapping document) {
        if (document.get("kind") instanceof Tree.Scalar kind && kind.text().equals("ClusterIPsecDefaults")) {
            diagnostics.add(SpecFinding.NOT_A_CLUSTER.at(kind.at(), document.at().source().file().getFileName()));
            return false;
        }
        return isLanguage(document);
    }

    private boolean isLanguage(Tree.Mapping document) {
        if (!Acceptance.get().accepts(document)) {
            LanguageSchema.get().check(document, diagnostics);
        }
        return !diagnostics.hasErrors();
    }

    private ClusterSpec decode(Tree.Mapping document) {
        Section section = new Section(document.at().source().start(), document);
        Cluster cluster = Cluster.of(section.section("cluster"));
        List<Node> nodes = new ArrayList<>();
        NodeDefaults defaults = new NodeDefaults(section.section("nodeDefaults"), diagnostics);
        for (Map.Entry<String, Section> node : section.sections("nodes").entrySet()) {
            String name = node.getKey();
            NodeDefaults.reportMisplaced(node.getValue(), diagnostics);
            nodes.add(Node.of(name, defaults.appliedTo(name, node.getValue()), cluster.usualPool()));
        }
        List<Remote> remotes = new ArrayList<>();
        Section remoteDefaults = section.section("remoteDefaults");
        for (Map.Entry<String, Section> remote : section.sections("remotes").entrySet()) {
            remotes.add(Remote.of(remote.getKey(), remote.getValue(), remoteDefaults));
        }
        List<Pool> pools = new ArrayList<>();
        for (Map.Entry<String, Section> pool : section.sections("pools").entrySet()) {
            NodeDefaults.reportMisplaced(pool.getValue(), diagnostics);
            pools.add(Pool.of(pool.getKey(), pool.getValue()));
        }
        String name = section.section("metadata").text("name").orElseThrow();
        return new ClusterSpec(
                section,
                List.copyOf(sources),
                name,
                cluster,
                Mode.of(section.text("mode").orElseThrow()),
                section.text("encapsulation"),
                MtuChange.of(section),
                Anchor.of(section),
                List.copyOf(pools),
                List.copyOf(nodes),
                List.copyOf(remotes),
                Connections.of(nodes, remotes, diagnostics),
                section.section("rotation").flag("reboot"),
                Encryption.of(section),
                Delivery.of(section.section("delivery"), name),
                Thresholds.of(section.section("policy")),
                Waiver.of(section));
    }

    private String nameOf(Path file) {
        return nameOf(file, workingFolder);
    }

    /** What users call a spec. */
    public static String nameOf(Path file, Path workingFolder) {
        Path name = file.startsWith(workingFolder) ? workingFolder.relativize(file) : file;
        return name.toString().replace('\\', '/');
    }

    private static String reason(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "this user may not read it";
        }
        return Files.isDirectory(file) ? "it is a directory" : "the file system fails";
    }
}
