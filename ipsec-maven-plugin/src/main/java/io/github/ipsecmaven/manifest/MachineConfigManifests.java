package io.github.ipsecmaven.manifest;

import io.github.ipsecmaven.pki.AnchorFile;
import io.github.ipsecmaven.pki.Credentials;
import io.github.ipsecmaven.pki.OpenedBundle;
import io.github.ipsecmaven.spec.ImportingPool;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The two MachineConfigs of a pool: one with the unit, the script and the anchors, in which nothing is secret, and one
 * with the bundles and the list of who imports what. A change of the second means that a key changed, and nothing else.
 *
 * @see <a href="https://github.com/openshift/machine-config-operator/blob/main/docs/MachineConfig.md">machine-config-operator, MachineConfig.md</a>
 */
public final class MachineConfigManifests {

    /** The published procedure's folder. */
    public static final String FOLDER = "/etc/pki/certs";

    /** The same before the name of a file. */
    public static final String CERTIFICATES = FOLDER + "/";

    public static final String LIST = CERTIFICATES + "ipsec-import.list";

    /** The published procedure's script. */
    public static final String SCRIPT = "/usr/local/bin/ipsec-addcert.sh";

    /** The published procedure's unit. */
    public static final String UNIT = "ipsec-import.service";

    /** The same for every cluster. */
    private static final Ignition.File SCRIPT_FILE = new Ignition.File(
            SCRIPT, Ignition.SCRIPT, shipped("ipsec-addcert.sh").getBytes(StandardCharsets.UTF_8));

    private MachineConfigManifests() {}

    /** The config with the unit, the script and the anchors. */
    public static Ignition importing(Credentials credentials) {
        List<Ignition.File> files = new ArrayList<>();
        for (AnchorFile anchor : credentials.anchors()) {
            files.add(new Ignition.File(
                    CERTIFICATES + anchor.anchor().fileName(), Ignition.SECRET, anchor.bytes()));
        }
        files.add(SCRIPT_FILE);
        return new Ignition(files, List.of(new Ignition.Unit(UNIT, shipped(UNIT))));
    }

    /** The config with the bundles and the list. */
    public static Ignition bundles(PoolImports imports) {
        List<Ignition.File> files = new ArrayList<>();
        for (Map.Entry<String, OpenedBundle> bundle : imports.bundles().entrySet()) {
            files.add(new Ignition.File(CERTIFICATES + bundle.getKey(), Ignition.SECRET, bundle.getValue().bytes()));
        }
        files.add(new Ignition.File(LIST, Ignition.SECRET, imports.list().getBytes(StandardCharsets.UTF_8)));
        return new Ignition(files, List.of());
    }

    static List<Manifest> of(PoolImports imports, Credentials credentials) {
        ImportingPool pool = imports.pool();
        return List.of(
                manifest(pool.importConfig(), pool.name(), !pool.purged(), importing(credentials),
                        "The unit and the script that import certificates on pool " + pool.name()
                                + ", and the anchors."),
                manifest(pool.certsConfig(), pool.name(), !pool.purged(), bundles(imports),
                        "The bundles of pool " + pool.name() + ", with private keys, and the list of who imports which."));
    }

    /**
     * A MachineConfig of a pool.
     *
     * @param kept whether engines must not prune it: its deletion would leave on the nodes what it did
     */
    static Manifest manifest(String name, String pool, boolean kept, Ignition config, String about) {
        Annotations annotations = Annotations.wave(0).large().verbatim();
        Map<String, Object> body = Body.map(
                "apiVersion", "machineconfiguration.openshift.io/v1",
                "kind", "MachineConfig",
                "metadata", Body.map(
                        "name", name,
                        "labels", Body.map("machineconfiguration.openshift.io/role", pool),
                        "annotations", (kept ? annotations.kept() : annotations).asMap()),
                "spec", Body.map("config", config.body()));
        return new Manifest(Stage.NODES + "/" + name + ".yaml", about, body);
    }

    private static String shipped(String name) {
        return ShippedText.beside(MachineConfigManifests.class, name);
    }
}
