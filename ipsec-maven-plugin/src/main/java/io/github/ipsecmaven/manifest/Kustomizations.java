package io.github.ipsecmaven.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The kustomizations that make a tree of objects: one for the cluster, one for each stage, so that each builds alone.
 * They list resources and do nothing else: kustomize would move and rename kinds that it does not know (measured).
 */
public final class Kustomizations {

    private Kustomizations() {}

    static List<Manifest> of(List<Manifest> objects, List<Manifest> encrypted) {
        Map<String, List<String>> stages = byFolder(objects);
        List<Manifest> kustomizations = new ArrayList<>();
        kustomizations.add(kustomization("", "The stages, in the order in which the cluster has to see them.",
                List.copyOf(stages.keySet())));
        addEach(stages, "The objects of this stage.", kustomizations);
        addEach(byFolder(encrypted),
                "For engines that decrypt what they have built, as Flux does; never to be applied as it is.",
                kustomizations);
        return kustomizations;
    }

    private static void addEach(Map<String, List<String>> folders, String about, List<Manifest> kustomizations) {
        for (Map.Entry<String, List<String>> folder : folders.entrySet()) {
            kustomizations.add(kustomization(folder.getKey() + "/", about, folder.getValue()));
        }
    }

    private static Map<String, List<String>> byFolder(List<Manifest> objects) {
        Map<String, List<String>> folders = new TreeMap<>();
        for (Manifest object : objects) {
            String folder = object.stage();
            folders.putIfAbsent(folder, new ArrayList<>());
            folders.get(folder).add(object.path().substring(folder.length() + 1));
        }
        return folders;
    }

    /**
     * A kustomization that lists resources and does nothing else.
     *
     * @param folder where it goes, with a slash at its end; empty for the tree's root
     */
    public static Manifest kustomization(String folder, String about, List<String> resources) {
        return new Manifest(folder + "kustomization.yaml", about, Body.map(
                "apiVersion", "kustomize.config.k8s.io/v1beta1",
                "kind", "Kustomization",
                "resources", resources));
    }
}
