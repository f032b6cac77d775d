package io.github.ipsecmaven.plan;

import io.github.ipsecmaven.plan.machineconfig.DisruptionPolicy;
import io.github.ipsecmaven.plan.machineconfig.MachineConfig;
import io.github.ipsecmaven.plan.machineconfig.PoolUpdate;
import io.github.ipsecmaven.plan.machineconfig.Verdict;
import io.github.ipsecmaven.previous.Inventory;
import io.github.ipsecmaven.previous.Inventory.NetworkFields;
import io.github.ipsecmaven.previous.Inventory.PastConnection;
import io.github.ipsecmaven.previous.Inventory.PastPool;
import io.github.ipsecmaven.previous.PastObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Two trees of a cluster side by side, and what all evaluators ask of them. */
public final class Comparison {

    private static final NetworkFields UNKNOWN_NETWORK =
            new NetworkFields("Disabled", Optional.empty(), Optional.empty(), Optional.empty());

    private final Optional<ClusterState> before;
    private final ClusterState after;
    private final ClusterFacts facts;
    private final SortedMap<String, Verdict> verdicts = new TreeMap<>();

    Comparison(Optional<ClusterState> before, ClusterState after, ClusterFacts facts) {
        this.before = before;
        this.after = after;
        this.facts = facts;
        List<MachineConfig> from = machineConfigs(objectsBefore());
        List<MachineConfig> to = machineConfigs(effective());
        poolNames().forEach(pool -> verdicts.put(pool,
                PoolUpdate.of(onBase(pool, from), onBase(pool, to), pool, disruptionPolicy(), facts.release())));
    }

    /** The operator's own MachineConfigs come first in every pool; none of the tree's is ever the base of a merge. */
    private static List<MachineConfig> onBase(String pool, List<MachineConfig> configs) {
        List<MachineConfig> withBase = new ArrayList<>(configs);
        withBase.add(MachineConfig.base(pool));
        return withBase;
    }

    /** An object that both trees have, and that differs. */
    public record Changed(PastObject before, PastObject after) {

        /** Whether only annotations differ, which are for engines and people. */
        public boolean onlyAnnotations() {
            return withoutAnnotations(before.body()).equals(withoutAnnotations(after.body()));
        }

        private static Map<?, ?> withoutAnnotations(Map<?, ?> body) {
            Map<Object, Object> rest = new LinkedHashMap<>(body);
            rest.computeIfPresent("metadata", (key, metadata) -> {
                Map<Object, Object> kept = new LinkedHashMap<>((Map<?, ?>) metadata);
                kept.remove("annotations");
                return kept;
            });
            return rest;
        }
    }

    public ClusterFacts facts() {
        return facts;
    }

    /** Whether no tree of the cluster was ever merged: then what it has is not known. */
    public boolean isFirst() {
        return before.isEmpty();
    }

    /** What Network/cluster said; {@code Disabled} and nothing else where no tree says it. */
    public NetworkFields networkBefore() {
        return before.map(state -> state.inventory().network()).orElse(UNKNOWN_NETWORK);
    }

    public NetworkFields networkAfter() {
        return after.inventory().network();
    }

    public Map<String, PastPool> poolsBefore() {
        return before.<Map<String, PastPool>>map(state -> state.inventory().pools()).orElse(Map.of());
    }

    public Map<String, PastPool> poolsAfter() {
        return after.inventory().pools();
    }

    /** The pools that the old tree's spec said to be paused. */
    public SortedSet<String> pausedBefore() {
        SortedSet<String> paused = new TreeSet<>();
        before.ifPresent(state -> paused.addAll(state.inventory().paused()));
        poolsBefore().forEach((name, pool) -> {
            if (pool.paused()) {
                paused.add(name);
            }
        });
        return paused;
    }

    /** By pool, the networks whose clear text its nodes dropped. */
    public Map<String, List<String>> guardsBefore() {
        return before.<Map<String, List<String>>>map(state -> state.inventory().guards()).orElse(Map.of());
    }

    /** By pool, the networks whose clear text its nodes drop. */
    public Map<String, List<String>> guardsAfter() {
        return after.inventory().guards();
    }

    public Map<String, PastConnection> connectionsBefore() {
        return before.<Map<String, PastConnection>>map(state -> state.inventory().connections()).orElse(Map.of());
    }

    public Map<String, PastConnection> connectionsAfter() {
        return after.inventory().connections();
    }

    /** The objects of some kinds that only the new tree has. */
    public List<PastObject> added(Predicate<PastObject> which) {
        return only(after.objects(), objectsBefore(), which);
    }

    /** The objects of some kinds that only the old tree has. */
    public List<PastObject> removed(Predicate<PastObject> which) {
        return only(objectsBefore(), after.objects(), which);
    }

    /** The objects of some kinds that both have, and that differ. */
    public List<Changed> changed(Predicate<PastObject> which) {
        List<Changed> changed = new ArrayList<>();
        for (PastObject object : after.objects()) {
            if (which.test(object)) {
                find(objectsBefore(), object).filter(past -> !past.body().equals(object.body()))
                        .ifPresent(past -> changed.add(new Changed(past, object)));
            }
        }
        return changed;
    }

    /** The object of the new tree that a kind has only one of. */
    public Optional<PastObject> single(String kind) {
        return after.objects().stream().filter(object -> object.kind().equals(kind)).findFirst();
    }

    /** Whether the engines are told to leave an object on the cluster when it leaves the tree. */
    public static boolean isKept(PastObject object) {
        return object.metadata().get("annotations") instanceof Map<?, ?> annotations
                && String.valueOf(annotations.get("argocd.argoproj.io/sync-options")).contains("Prune=false");
    }

    /** The pools of which it is known that they exist; none where the control plane is hosted. */
    public SortedSet<String> poolNames() {
        SortedSet<String> names = new TreeSet<>();
        if (!facts.hosted()) {
            names.addAll(facts.poolNames());
            names.addAll(poolsBefore().keySet());
            names.addAll(poolsAfter().keySet());
            names.addAll(guardsBefore().keySet());
            names.addAll(guardsAfter().keySet());
        }
        return names;
    }

    /** What the Machine Config Operator makes of the tree's MachineConfigs, by pool. */
    public SortedMap<String, Verdict> verdicts() {
        return verdicts;
    }

    /** The policy under which nodes update: that of the new tree, or else the old one's, which no engine prunes. */
    public DisruptionPolicy disruptionPolicy() {
        return effective().stream().filter(object -> object.kind().equals("MachineConfiguration")).findFirst()
                .map(object -> DisruptionPolicy.of((Map<?, ?>) object.spec().get("nodeDisruptionPolicy")))
                .orElse(DisruptionPolicy.NONE);
    }

    /** Whether the MachineConfig with a pool's bundles left the tree and stays on the cluster. */
    boolean keepsCertificates(PastPool pool) {
        return removed(Comparison::isKept).stream().anyMatch(object -> object.name().equals(pool.certsConfig()));
    }

    /** Whether a file that a pool's nodes hold before and after comes in other bytes, as far as they can be read. */
    boolean hasOtherBytes(String pool, String file) {
        if (isEncrypted(objectsBefore(), pool, file) || isEncrypted(effective(), pool, file)) {
            return false;
        }
        Optional<Map<?, ?>> from = entry(objectsBefore(), pool, file);
        Optional<Map<?, ?>> to = entry(effective(), pool, file);
        return from.isPresent() && to.isPresent() && !from.equals(to);
    }

    private static boolean isEncrypted(List<PastObject> objects, String pool, String file) {
        return selected(objects.stream().filter(PastObject::encrypted).toList(), pool)
                .anyMatch(config -> config.fileNamed(file).isPresent());
    }

    /** Whether a pool's nodes have a file or a unit of the tree's after the merge. */
    public boolean keeps(String pool, String fileOrUnit) {
        return selected(effective(), pool).anyMatch(config -> config.filesAndUnits().contains(fileOrUnit));
    }

    private static Stream<MachineConfig> selected(List<PastObject> objects, String pool) {
        return machineConfigs(objects).stream()
                .filter(config -> config.role().filter(role -> PoolUpdate.selects(pool, role)).isPresent());
    }

    private static Optional<Map<?, ?>> entry(List<PastObject> objects, String pool, String file) {
        return selected(objects, pool)
                .flatMap(config -> config.fileNamed(file).stream())
                .reduce((first, second) -> second);
    }

    /** The tunnels that are up and end on nodes of a pool. */
    public SortedSet<Tunnel> tunnelsOfPool(String pool) {
        return tunnels(node -> pool.equals(facts.poolOf().get(node)));
    }

    /** The tunnels that are up and end on some nodes. */
    public SortedSet<Tunnel> tunnelsOfNodes(Collection<String> nodes) {
        return tunnels(nodes::contains);
    }

    /** The tunnels that are up. */
    public SortedSet<Tunnel> tunnels() {
        return tunnels(node -> true);
    }

    private SortedSet<Tunnel> tunnels(Predicate<String> node) {
        return new TreeSet<>(connectionsBefore().values().stream()
                .filter(connection -> !connection.absent() && node.test(connection.node()))
                .map(Comparison::tunnel).toList());
    }

    public static Tunnel tunnel(PastConnection connection) {
        return new Tunnel(connection.node(), connection.label());
    }

    /** Whether something that changed cannot be read. */
    boolean changesWhatIsEncrypted() {
        return changed(object -> true).stream().anyMatch(pair -> pair.before().encrypted() || pair.after().encrypted());
    }

    /** How many of the changed files no cluster reads. */
    int otherFiles() {
        Map<String, String> from = before.<Map<String, String>>map(state -> state.inventory().files()).orElse(Map.of());
        Map<String, String> to = after.inventory().files();
        SortedSet<String> paths = new TreeSet<>(from.keySet());
        paths.addAll(to.keySet());
        Collection<String> objects = new ArrayList<>();
        objectsBefore().forEach(object -> objects.add(object.path()));
        after.objects().forEach(object -> objects.add(object.path()));
        paths.removeAll(objects);
        return (int) paths.stream().filter(path -> !Objects.equals(from.get(path), to.get(path))).count();
    }

    private List<PastObject> objectsBefore() {
        return before.map(ClusterState::objects).orElse(List.of());
    }

    /** What the cluster has after the merge: the new tree, and what left it and no engine prunes. */
    private List<PastObject> effective() {
        List<PastObject> objects = new ArrayList<>(after.objects());
        objects.addAll(removed(Comparison::isKept));
        return objects;
    }

    private static List<MachineConfig> machineConfigs(List<PastObject> objects) {
        Map<String, MachineConfig> configs = new LinkedHashMap<>();
        objects.stream().filter(object -> object.kind().equals("MachineConfig"))
                .forEach(object -> configs.put(object.name(), MachineConfig.of(object.body())));
        return List.copyOf(configs.values());
    }

    private static List<PastObject> only(List<PastObject> some, List<PastObject> others, Predicate<PastObject> which) {
        return some.stream().filter(which).filter(object -> find(others, object).isEmpty()).toList();
    }

    private static Optional<PastObject> find(List<PastObject> objects, PastObject other) {
        return objects.stream()
                .filter(object -> object.kind().equals(other.kind()) && object.name().equals(other.name()))
                .findFirst();
    }
}
