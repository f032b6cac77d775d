package io.github.ipsecmaven.review;

import io.github.ipsecmaven.manifest.GuardManifest;
import io.github.ipsecmaven.manifest.MachineConfigManifests;
import io.github.ipsecmaven.manifest.PoolImports;
import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.GuardedPool;
import io.github.ipsecmaven.tree.TreeFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reviewer reads beside base64: the payloads in clear, without secrets. No kustomization lists any of it. */
public final class Review {

    private static final String FOLDER = "review/";

    private Review() {}

    /** The files, relative to the cluster's folder. */
    public static List<TreeFile> of(ClusterSpec spec, Release release, Credentials credentials) {
        List<PoolImports> pools = PoolImports.of(spec, credentials);
        List<TreeFile> files = new ArrayList<>();
        if (!pools.isEmpty()) {
            files.add(new TreeFile(FOLDER + "certificates.md", CertificatePage.of(spec, credentials, pools), false));
        }
        for (PoolImports imports : pools) {
            ButaneSource butane = new ButaneSource(release.butane(), secretFiles(spec, imports));
            String pool = imports.pool().name();
            String importConfig = imports.pool().importConfig();
            String certsConfig = imports.pool().certsConfig();
            files.add(new TreeFile(FOLDER + importConfig + ".bu",
                    butane.write(importConfig, pool, MachineConfigManifests.importing(credentials)), false));
            files.add(new TreeFile(FOLDER + certsConfig + ".bu",
                    butane.write(certsConfig, pool, MachineConfigManifests.bundles(imports)), false));
        }
        List<GuardedPool> guards = spec.guardedPools();
        if (!guards.isEmpty()) {
            files.add(new TreeFile(FOLDER + "fail-closed.md", GuardPage.of(spec, guards), false));
        }
        ButaneSource butane = new ButaneSource(release.butane(), Map.of());
        for (GuardedPool pool : guards) {
            files.add(new TreeFile(FOLDER + pool.config() + ".bu", butane.write(pool.config(), pool.name(),
                    GuardManifest.config(pool)), false));
        }
        return files;
    }

    /**
     * Where the bundles are, seen from the folder of the spec. One that lies elsewhere is named without its folder:
     * what is written here may not differ from machine to machine.
     */
    private static Map<String, String> secretFiles(ClusterSpec spec, PoolImports imports) {
        Path folder = spec.section().at().source().file().getParent();
        Map<String, String> files = new LinkedHashMap<>();
        for (Map.Entry<String, OpenedBundle> each : imports.bundles().entrySet()) {
            OpenedBundle bundle = each.getValue();
            boolean inside = bundle.path().startsWith(folder) && !bundle.reference().file().variable();
            files.put(MachineConfigManifests.CERTIFICATES + each.getKey(),
                    inside ? folder.relativize(bundle.path()).toString().replace('\\', '/') : each.getKey());
        }
        return files;
    }
}
