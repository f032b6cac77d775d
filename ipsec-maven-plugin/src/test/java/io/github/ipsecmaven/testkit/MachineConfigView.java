package io.github.ipsecmaven.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a machine config does to a node, whatever its Ignition version, encoding and compression: two of them that mean
 * the same are equal. Annotations are not part of it: the node never sees them.
 *
 * @param files by path
 * @param units by name
 */
public record MachineConfigView(String name, Map<String, String> labels, SortedMap<String, NodeFile> files,
        SortedMap<String, Unit> units) {

    /**
     * A file on the node.
     *
     * @param mode permission bits; 0644 where nothing is said (Ignition's default)
     * @param overwrite false where nothing is said
     * @param contents decoded and decompressed
     */
    public record NodeFile(String path, int mode, boolean overwrite, Payload contents) {

        @Override
        public String toString() {
            return path + " mode " + Integer.toOctalString(mode) + (overwrite ? " overwrite " : " ") + contents;
        }
    }

    /**
     * A systemd unit.
     *
     * @param enabled empty where nothing is said: systemd then leaves the unit as it is
     * @param contents empty for a unit that only gets drop-ins
     * @param dropins contents by name
     */
    public record Unit(String name, Optional<Boolean> enabled, Optional<String> contents,
            SortedMap<String, String> dropins) {}
}
