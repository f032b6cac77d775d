package io.github.ipsecmaven.manifest;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * An Ignition config of files and units. The Machine Config Operator compares encoded entries, so what is written here
 * decides about reboots: files are in the order of their paths, payloads plain base64 (a gzip header differs between
 * JDKs), and no field appears that is not needed.
 *
 * @see <a href="https://coreos.github.io/ignition/configuration-v3_2/">Ignition, configuration specification 3.2.0</a>
 */
public record Ignition(List<File> files, List<Unit> units) {

    /**
     * What the cluster's own operators emit for every release; the machine config operator translates it before it
     * compares.
     */
    static final String VERSION = "3.2.0";

    /** Readable by root, and by nobody else. */
    public static final int SECRET = 0400;

    /** The published procedure's mode of its script. */
    public static final int SCRIPT = 0740;

    public Ignition {
        List<File> byPath = new ArrayList<>(files);
        Collections.sort(byPath);
        files = List.copyOf(byPath);
        units = List.copyOf(units);
    }

    /** A file on the node. Files are ordered by their paths. */
    public static final class File implements Comparable<File> {

        private final String path;
        private final int mode;
        private final byte[] content;
        /** Made when it is first asked for; threads that ask at the same time make the same one. */
        private String source;

        /**
         * A file.
         *
         * @param path absolute
         * @param mode permission bits
         * @param content not copied, so the caller leaves it alone
         */
        public File(String path, int mode, byte[] content) {
            this.path = path;
            this.mode = mode;
            this.content = content;
        }

        public String path() {
            return path;
        }

        public int mode() {
            return mode;
        }

        public byte[] content() {
            return content;
        }

        /** The content as the URL that Ignition reads it from. */
        public String source() {
            if (source == null) {
                source = "data:;base64," + Base64.getEncoder().encodeToString(content);
            }
            return source;
        }

        @Override
        public int compareTo(File other) {
            return path.compareTo(other.path);
        }

        private Map<String, Object> body() {
            return Body.map("contents", Body.map("source", source()), "mode", mode, "overwrite", true, "path", path);
        }
    }

    /** An enabled systemd unit. */
    public record Unit(String name, String contents) {

        private Map<String, Object> body() {
            return Body.map("contents", contents, "enabled", true, "name", name);
        }
    }

    Map<String, Object> body() {
        Map<String, Object> config = Body.map("ignition", Body.map("version", VERSION));
        List<Object> fileBodies = new ArrayList<>();
        for (File file : files) {
            fileBodies.add(file.body());
        }
        List<Object> unitBodies = new ArrayList<>();
        for (Unit unit : units) {
            unitBodies.add(unit.body());
        }
        if (!fileBodies.isEmpty()) {
            config.put("storage", Body.map("files", fileBodies));
        }
        if (!unitBodies.isEmpty()) {
            config.put("systemd", Body.map("units", unitBodies));
        }
        return config;
    }
}
