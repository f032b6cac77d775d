package io.github.ipsecmaven.cluster;

import io.github.ipsecmaven.delivery.Delivered;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.limits.Limits;
import io.github.ipsecmaven.manifest.FileHeader;
import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.manifest.ManifestYaml;
import io.github.ipsecmaven.manifest.Manifests;
import io.github.ipsecmaven.manifest.NetworkManifest;
import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.openshift.Releases;
import io.github.ipsecmaven.openshift.Version;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.pki.CredentialsReader;
import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Policy;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.policy.waiver.Waivers;
import io.github.ipsecmaven.previous.Inventory.Seal;
import io.github.ipsecmaven.previous.PastTree;
import io.github.ipsecmaven.previous.TrackedFiles;
import io.github.ipsecmaven.review.Review;
import io.github.ipsecmaven.runbook.Runbook;
import io.github.ipsecmaven.seal.SealedManifest;
import io.github.ipsecmaven.spec.BundleRef;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.FileRef;
import io.github.ipsecmaven.spec.SharedDefaults;
import io.github.ipsecmaven.spec.SpecLoader;
import io.github.ipsecmaven.tree.TreeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compiles the spec of one cluster into its tree. Writes nothing. */
public final class Compiler {

    private static final List<RuleInfo> RULES = rules();

    private final Run run;
    private final PastTree baseline;
    private final TrackedFiles tracked;
    private final OpenedFiles opened;
    private final SharedDefaults defaults = new SharedDefaults();

    public Compiler(Run run, PastTree baseline, TrackedFiles tracked, OpenedFiles opened) {
        this.run = run;
        this.baseline = baseline;
        this.tracked = tracked;
        this.opened = opened;
    }

    /**
     * The whole way: spec, facts, rules, objects, limits, encryption, files. Threads may compile at the same time.
     *
     * @param own gets what is found in this cluster
     * @return empty where {@code own} now holds an error
     */
    public Optional<ClusterTree> compile(Path file, Diagnostics own) throws IOException {
        Optional<ClusterSpec> loaded = SpecLoader.load(file, run.workingFolder(), defaults, own);
        if (loaded.isEmpty()) {
            return Optional.empty();
        }
        Facts facts = facts(file, loaded.get(), own);
        Policy.check(facts, own);
        opened.keep(file, facts.credentials());
        Waivers waivers = Waivers.of(facts.spec(), facts.now(), RULES, own);
        waivers.accept(Policy.INFOS);
        if (own.hasErrors()) {
            return Optional.empty();
        }
        List<Manifest> objects = Manifests.objects(facts.spec(), facts.release(), facts.credentials());
        Limits.check(facts.spec(), objects, own);
        waivers.accept(Limits.INFOS);
        if (own.hasErrors()) {
            return Optional.empty();
        }
        ClusterTree tree = tree(facts, Sealing.of(facts.spec(), objects, run, baseline, own));
        PausedTunnels.check(tree, baseline, own);
        if (own.hasErrors()) {
            return Optional.empty();
        }
        PluginChanges.check(tree, baseline, own);
        return Optional.of(tree);
    }

    private static List<RuleInfo> rules() {
        List<RuleInfo> rules = new ArrayList<>(Policy.INFOS);
        rules.addAll(Limits.INFOS);
        rules.add(PausedTunnels.INFO);
        return rules;
    }

    private Facts facts(Path file, ClusterSpec spec, Diagnostics own) throws IOException {
        Version version = Version.parse(spec.cluster().openshift());
        Release release = Releases.of(version).orElse(Releases.oldest());
        Path repository = Repository.of(file, run.workingFolder());
        Credentials credentials =
                new CredentialsReader(run.environment(), repository, opened.before(file), own).read(spec);
        return new Facts(spec, version, release, credentials,
                PreviousTree.of(spec, baseline, run, own), baseline.repositoryPath(), tracked(spec), run.now());
    }

    private Set<FileRef> tracked(ClusterSpec spec) {
        Set<FileRef> inClear = new HashSet<>();
        for (BundleRef bundle : spec.bundles()) {
            for (FileRef file : bundle.files()) {
                Optional<Path> path = file.resolve(run.environment());
                if (path.isPresent() && tracked.inClear(path.get())) {
                    inClear.add(file);
                }
            }
        }
        return inClear;
    }

    private static ClusterTree tree(Facts facts, Sealing objects) {
        ClusterSpec spec = facts.spec();
        List<Manifest> encrypted = new ArrayList<>();
        for (SealedManifest secret : objects.encrypted()) {
            encrypted.add(secret.manifest());
        }
        List<Manifest> manifests = new ArrayList<>(objects.clear());
        manifests.addAll(Manifests.kustomizations(objects.clear(), encrypted));
        manifests.add(NetworkManifest.forInstaller(spec, facts.release()));
        List<TreeFile> files = new ArrayList<>();
        for (Manifest manifest : manifests) {
            files.add(file(manifest, spec));
        }
        for (SealedManifest secret : objects.encrypted()) {
            files.add(new TreeFile(secret.manifest().path(), secret.bytes(), false));
        }
        files.addAll(Review.of(spec, facts.release(), facts.credentials()));
        files.addAll(Runbook.of(spec, facts.release(), facts.credentials()));
        List<TreeFile> tree = new ArrayList<>();
        for (TreeFile file : files) {
            tree.add(inFolderOf(spec, file));
        }
        for (Manifest manifest : Delivered.cluster(spec, facts.release(), objects.clear(), encrypted)) {
            tree.add(file(manifest, spec));
        }
        SortedMap<String, Seal> seals = new TreeMap<>();
        for (SealedManifest secret : objects.encrypted()) {
            seals.put(Run.pathOf(spec.name()) + "/" + secret.manifest().path(), secret.seal());
        }
        tree.add(inFolderOf(spec, InventoryFile.of(facts, tree, seals)));
        return new ClusterTree(facts, tree);
    }

    private static TreeFile inFolderOf(ClusterSpec spec, TreeFile file) {
        return file.below(Run.pathOf(spec.name()));
    }

    private static TreeFile file(Manifest manifest, ClusterSpec spec) {
        return new TreeFile(manifest.path(), ManifestYaml.bytes(FileHeader.of(spec, manifest.about()), manifest.body()), false);
    }
}
