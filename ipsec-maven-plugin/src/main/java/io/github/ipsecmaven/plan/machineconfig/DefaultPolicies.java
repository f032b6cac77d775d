package io.github.ipsecmaven.plan.machineconfig;

import io.github.ipsecmaven.openshift.MachineConfigOperator;
import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.plan.machineconfig.DisruptionPolicy.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The operator's own policies: machine-config-operator, {@code pkg/apihelpers/apihelpers.go}. */
final class DefaultPolicies {

    private static final List<Action> NONE = List.of(Action.NONE);
    private static final List<Action> RELOAD_CRIO = List.of(Action.reload("crio.service"));
    private static final List<Action> RESTART_KUBELET = List.of(Action.restart("kubelet.service"));

    private DefaultPolicies() {}

    /** The user's policy with the defaults of a release behind it; the user's takes the place of one for the same path. */
    static DisruptionPolicy merged(DisruptionPolicy policy, Release release) {
        List<Entry> files = new ArrayList<>(policy.files());
        for (Entry entry : files(release.machineConfigOperator())) {
            if (policy.files().stream().noneMatch(own -> own.key().equals(entry.key()))) {
                files.add(entry);
            }
        }
        return new DisruptionPolicy(files, policy.units(), policy.sshKey().or(() -> Optional.of(NONE)), policy.refusal());
    }

    private static List<Entry> files(MachineConfigOperator operator) {
        List<Entry> files = new ArrayList<>(List.of(
                new Entry("/var/lib/kubelet/config.json", NONE),
                new Entry("/etc/machine-config-daemon/no-reboot/containers-gpg.pub", RELOAD_CRIO),
                new Entry("/etc/containers/policy.json", RELOAD_CRIO),
                new Entry("/etc/containers/registries.d", RELOAD_CRIO),
                new Entry("/etc/containers/registries.conf", List.of(new Action("Special", Optional.empty()))),
                new Entry("/etc/nmstate/openshift", NONE),
                new Entry("/etc/pki/ca-trust/source/anchors/openshift-config-user-ca-bundle.crt",
                        List.of(Action.restart("coreos-update-ca-trust.service"), Action.restart("crio.service")))));
        if (operator.reloadsForCrioPolicies()) {
            files.add(new Entry("/etc/crio/policies", RELOAD_CRIO));
        }
        if (operator.restartsForCredentialProviders()) {
            files.add(new Entry("/etc/kubernetes/credential-providers", RESTART_KUBELET));
        }
        return files;
    }
}
