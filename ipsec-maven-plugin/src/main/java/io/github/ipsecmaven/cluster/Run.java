package io.github.ipsecmaven.cluster;

import io.github.ipsecmaven.spec.SpecLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * What a run is given.
 *
 * @param workingFolder absolute; files are named to the user relative to it
 * @param outputDirectory absolute; the folder that {@code clusters/} goes into
 * @param environment the environment variables
 * @param now the one instant at which certificates are judged
 * @param reseal whether encrypted files are encrypted anew though nothing about them changed
 */
public record Run(
        Path workingFolder, Path outputDirectory, Map<String, String> environment, Instant now, boolean reseal) {

    public Run {
        workingFolder = workingFolder.toAbsolutePath().normalize();
        outputDirectory = outputDirectory.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /** A run that keeps encrypted files as long as it can. */
    public Run(Path workingFolder, Path outputDirectory, Map<String, String> environment, Instant now) {
        this(workingFolder, outputDirectory, environment, now, false);
    }

    /** The same run, with encrypted files encrypted anew. */
    public Run resealing() {
        return new Run(workingFolder, outputDirectory, environment, now, true);
    }

    /** A file as its user calls it. */
    public String nameOf(Path file) {
        return SpecLoader.nameOf(file, workingFolder);
    }

    /** The folder of a cluster's tree. */
    public Path folderOf(String cluster) {
        return outputDirectory.resolve(pathOf(cluster));
    }

    /** The same, relative to the output directory. */
    public static String pathOf(String cluster) {
        return "clusters/" + cluster;
    }
}
