package io.github.ipsecmaven.spec;

import io.github.ipsecmaven.diagnostic.Position;
import java.util.Optional;

/**
 * A host or gateway outside the cluster. What its tunnels look like is in their {@link Connection}s.
 *
 * @param section the remote, with {@code remoteDefaults} laid under it
 * @param certificate its public certificate, where the spec gives it
 * @param failClosed whether nodes drop what no tunnel protects, as written
 * @param failClosedAt where that was written; the remote's own place where it was not
 * @param absent whether all its tunnels are to go
 */
public record Remote(
        Section section,
        String name,
        Optional<FileRef> certificate,
        Optional<Boolean> failClosed,
        Position failClosedAt,
        boolean absent) {

    private static final String FAIL_CLOSED = "failClosed";

    /** Whether nodes drop what no tunnel protects. */
    public boolean isFailClosed() {
        return failClosed.orElse(false);
    }

    static Remote of(String name, Section own, Section defaults) {
        Section section = defaults.overlaidBy(own);
        Position at = section.at(FAIL_CLOSED);
        return new Remote(
                section,
                name,
                FileRef.of(section, "certificate"),
                section.flag(FAIL_CLOSED),
                own.has(FAIL_CLOSED) ? at : at.ownedBy("remotes/" + name),
                section.isAbsent());
    }
}
