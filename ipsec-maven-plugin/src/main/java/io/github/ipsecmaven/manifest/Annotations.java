package io.github.ipsecmaven.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the GitOps engines read on an object. Each engine ignores the other's keys, so the cluster's tree serves both.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/">Argo CD, sync options</a>
 * @see <a href="https://fluxcd.io/flux/components/kustomize/kustomizations/">Flux, Kustomization</a>
 */
final class Annotations {

    private final int wave;
    private final List<String> argoOptions = new ArrayList<>();
    private final Map<String, Object> argo = new LinkedHashMap<>();
    private final Map<String, Object> flux = new LinkedHashMap<>();

    private Annotations(int wave) {
        this.wave = wave;
    }

    /** For an object of an Argo CD sync wave; Flux orders by stage and needs nothing. */
    static Annotations wave(int wave) {
        return new Annotations(wave);
    }

    /**
     * The object's deletion would not undo what it did, or would undo far more: no engine may prune it, or delete it
     * together with the application.
     */
    Annotations kept() {
        argoOptions.add("Prune=false");
        argoOptions.add("Delete=false");
        flux.put("kustomize.toolkit.fluxcd.io/prune", "disabled");
        return this;
    }

    /** The object is kept, and the tree may cease to state it: Argo CD is not to call that a difference for ever. */
    Annotations outlivesTree() {
        argo.put("argocd.argoproj.io/compare-options", "IgnoreExtraneous");
        return kept();
    }

    /** Others own the object too, and we state only some fields: it is applied on the server, and theirs are left alone. */
    Annotations shared() {
        argoOptions.add("ServerSideApply=true");
        flux.put("kustomize.toolkit.fluxcd.io/ssa", "Merge");
        return this;
    }

    /** The object may be larger than the annotation that client-side apply makes of it. */
    Annotations large() {
        argoOptions.add("ServerSideApply=true");
        return this;
    }

    /** The kind does not exist before its operator runs. */
    Annotations ofOperator() {
        argoOptions.add("SkipDryRunOnMissingResource=true");
        return this;
    }

    /** The object holds scripts, in which Flux would replace every <code>${...}</code>. */
    Annotations verbatim() {
        flux.put("kustomize.toolkit.fluxcd.io/substitute", "disabled");
        return this;
    }

    Map<String, Object> asMap() {
        Map<String, Object> annotations = new LinkedHashMap<>(argo);
        if (!argoOptions.isEmpty()) {
            annotations.put("argocd.argoproj.io/sync-options", String.join(",", argoOptions));
        }
        annotations.put("argocd.argoproj.io/sync-wave", Integer.toString(wave));
        annotations.putAll(flux);
        return annotations;
    }
}
