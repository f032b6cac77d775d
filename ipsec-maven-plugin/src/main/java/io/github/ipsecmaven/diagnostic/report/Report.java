package io.github.ipsecmaven.diagnostic.report;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.FailOn;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.SourceText;
import java.nio.file.Path;
import java.util.List;

/**
 * What every report is made of.
 *
 * @param root the repository's folder, absolute; reports name files relative to it
 * @param specs the specs that were checked, absolute
 * @param catalogue everything that can be found, sorted by id
 * @param failOn the findings at which the run fails
 */
public record Report(
        Path root, List<Path> specs, Diagnostics diagnostics, List<FindingInfo> catalogue, FailOn failOn) {

    public Report {
        specs = List.copyOf(specs);
        catalogue = List.copyOf(catalogue);
    }

    /** A file relative to the root, with {@code /}; its absolute path where it lies elsewhere. */
    String pathOf(Path file) {
        return (file.startsWith(root) ? root.relativize(file) : file).toString().replace('\\', '/');
    }

    String pathOf(SourceText source) {
        return pathOf(source.file());
    }
}
