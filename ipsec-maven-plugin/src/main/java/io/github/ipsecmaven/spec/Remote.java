package io.github.ipsecmaven.spec;

import java.util.Optional;

/**
 * A host or gateway outside the cluster. What its tunnels look like is in their {@link Connection}s.
 *
 * @param certificate its public certificate, where the spec gives it
 * @param absent whether all its tunnels are to go
 */
public record Remote(Section section, String name, Optional<FileRef> certificate, boolean absent) {

    static Remote of(String name, Section section) {
        return new Remote(section, name, FileRef.of(section, "certificate"),
                section.text("state").orElse("present").equals("absent"));
    }
}
