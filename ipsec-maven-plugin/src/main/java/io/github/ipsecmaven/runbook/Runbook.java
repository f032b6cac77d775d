package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.openshift.Release;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.runbook.remote.RemoteFiles;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.tree.TreeFile;
import java.util.ArrayList;
import java.util.List;

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
        NetworkPatches.of(spec, release).forEach((name, bytes) -> files.add(new TreeFile(FOLDER + name, bytes, false)));
        files.add(new TreeFile(FOLDER + "firewall.md", FirewallTable.of(spec), false));
        files.addAll(RemoteFiles.of(spec, credentials));
        return files;
    }
}
