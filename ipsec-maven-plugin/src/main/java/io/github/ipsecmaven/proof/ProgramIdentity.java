package io.github.ipsecmaven.proof;

import io.github.ipsecmaven.tree.Digest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which build of the program this is, on which Java: no other one's proofs are believed. */
public final class ProgramIdentity {

    private ProgramIdentity() {}

    /** By the jar of a class; empty where it does not come from one, as in a build of its own. */
    public static Optional<String> of(Class<?> type) {
        try {
            Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isRegularFile(jar)
                    ? Optional.of(Digest.of(String.join("\n", jar.toString(), Long.toString(Files.size(jar)),
                            Long.toString(Files.getLastModifiedTime(jar).toMillis()), System.getProperty("java.vm.vendor"),
                            System.getProperty("java.runtime.version")).getBytes(StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (IOException | URISyntaxException | RuntimeException unknown) {
            return Optional.empty();
        }
    }
}
