package io.github.ipsecmaven.plan.machineconfig;

import io.github.ipsecmaven.openshift.Release;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a pool does when its MachineConfigs change from one set to another.
 *
 * <p>Not modelled: the first boot of a node, on which policies do not apply; on-cluster layering; what the actions do on
 * the node; the limit of size; the {@code Special} action of registries.conf.
 *
 * @see <a href="https://github.com/openshift/machine-config-operator/blob/main/docs/MachineConfigDaemon.md">machine-config-operator, MachineConfigDaemon.md</a>
 */
public final class PoolUpdate {

    /** The product's own pools, which select one role; a custom pool selects its own and worker's. */
    private static final Set<String> OWN_SELECTOR = Set.of("master", "worker", "arbiter");

    private PoolUpdate() {}

    /**
     * The operator's verdict.
     *
     * @param before the MachineConfigs of all roles that the cluster has
     * @param after those that it is to have
     * @param pool {@code worker}, {@code master} or a custom pool, which inherits what worker has
     * @param policy the node disruption policy under which the nodes update
     */
    public static Verdict of(List<MachineConfig> before, List<MachineConfig> after, String pool,
            DisruptionPolicy policy, Release release) {
        Optional<String> refusal = policy.refusal();
        if (refusal.isPresent()) {
            return Verdict.stopped(Verdict.Stage.POLICY, refusal.get());
        }
        List<MachineConfig> selected = selected(after, pool);
        try {
            Rendered from = Rendered.of(selected(before, pool), release);
            for (MachineConfig config : selected) {
                ConfigCheck.check(config, release);
            }
            Rendered to = Rendered.of(selected, release);
            Reconciliation.check(from, to);
            return verdict(from, to, policy, release);
        } catch (RefusedException e) {
            return Verdict.stopped(Verdict.Stage.RENDER, e.getMessage());
        }
    }

    private static Verdict verdict(Rendered from, Rendered to, DisruptionPolicy policy, Release release) {
        Differences differences = Differences.between(from, to);
        List<Action> actions = Actions.after(differences, policy, release);
        Optional<String> unwritable = from.equals(to) ? Optional.empty() : NodeFiles.unwritable(to.files());
        return new Verdict(
                unwritable.isPresent() ? Verdict.Stage.WRITE : Verdict.Stage.DONE,
                !from.equals(to),
                differences.files(),
                differences.units(),
                differences.others(),
                differences.orderOnly(),
                unwritable,
                actions,
                actions.stream().anyMatch(Action::drains));
    }

    /** Those of the pool in the order of the merge: worker's by name, then the others by name. */
    private static List<MachineConfig> selected(List<MachineConfig> configs, String pool) {
        Comparator<MachineConfig> workersFirst = Comparator.comparing(config -> !config.role().equals(Optional.of("worker")));
        return configs.stream()
                .filter(config -> config.role().filter(role -> selects(pool, role)).isPresent())
                .sorted(workersFirst.thenComparing(MachineConfig::name))
                .toList();
    }

    /** Whether a pool selects the MachineConfigs of a role. */
    public static boolean selects(String pool, String role) {
        return role.equals(pool) || inheritsWorker(pool) && role.equals("worker");
    }

    /** Whether a pool is a custom one. */
    public static boolean inheritsWorker(String pool) {
        return !OWN_SELECTOR.contains(pool);
    }
}
