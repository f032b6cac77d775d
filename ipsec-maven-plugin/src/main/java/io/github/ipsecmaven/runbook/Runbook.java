package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.runbook.remote.RemoteFiles;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.ImportingPool;
import io.github.ipsecmaven.spec.Mode;
import io.github.ipsecmaven.tree.TreeFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people do with a cluster beside syncing its tree: verify it, patch by hand what the tree cannot, open the
 * firewall. No kustomization lists any of it.
 */
public final class Runbook {

    private static final String FOLDER = "runbook/";

    private Runbook() {}

    /** The files, relative to the cluster's folder. */
    public static List<TreeFile> of(ClusterSpec spec, Release release, Credentials credentials) {
        List<TreeFile> files = new ArrayList<>();
        files.add(new TreeFile(FOLDER + "verify.sh", VerifyScript.of(spec, release, credentials), true));
        add(NetworkPatches.of(spec, release), files);
        files.add(new TreeFile(FOLDER + "firewall.md", FirewallTable.of(spec), false));
        add(pages(spec, release, credentials), files);
        files.addAll(RemoteFiles.of(spec, credentials));
        return files;
    }

    private static void add(Map<String, byte[]> named, List<TreeFile> files) {
        for (Map.Entry<String, byte[]> file : named.entrySet()) {
            files.add(new TreeFile(FOLDER + file.getKey(), file.getValue(), false));
        }
    }

    /** The pages that apply to the cluster, by name. */
    private static Map<String, byte[]> pages(ClusterSpec spec, Release release, Credentials credentials) {
        Map<String, byte[]> pages = new LinkedHashMap<>();
        if (spec.mode() != Mode.DISABLED) {
            pages.put("enable.md", EnablePage.of(spec, release));
        }
        List<ImportingPool> importing = spec.importingPools();
        if (importSomething(importing)) {
            pages.put("rotate.md", RotatePage.of(spec, credentials));
        }
        if (!importing.isEmpty() && spec.encryption().isPresent()) {
            pages.put("keys.md", KeysPage.of(spec, spec.encryption().get()));
        }
        if (!spec.connections().isEmpty() || !importing.isEmpty() || !spec.guardedPools().isEmpty()) {
            pages.put("remove.md", RemovePage.of(spec));
        }
        pages.put("disable.md", DisablePage.of(spec, release));
        if (spec.mode() != Mode.DISABLED && !spec.cluster().hosted()) {
            pages.put("upgrade.md", UpgradePage.of(spec));
        }
        return pages;
    }

    private static boolean importSomething(List<ImportingPool> pools) {
        for (ImportingPool pool : pools) {
            if (!pool.purged()) {
                return true;
            }
        }
        return false;
    }
}
