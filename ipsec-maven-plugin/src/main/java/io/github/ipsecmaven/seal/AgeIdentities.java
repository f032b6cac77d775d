package io.github.ipsecmaven.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The private age keys that a user of SOPS has at hand: in the environment variable {@code SOPS_AGE_KEY}, and in the
 * file that {@code SOPS_AGE_KEY_FILE} names or, without it, in SOPS's own place below the user's configuration.
 *
 * @see <a href="https://getsops.io/docs/#encrypting-using-age">SOPS, encrypting using age</a>
 */
public final class AgeIdentities {

    private static final String PREFIX = "AGE-SECRET-KEY-1";

    private final List<String> keys;

    private AgeIdentities(List<String> keys) {
        this.keys = List.copyOf(keys);
    }

    /** @throws IOException where the file that the variable names cannot be read */
    public static AgeIdentities of(Map<String, String> environment) throws IOException {
        List<String> keys = new ArrayList<>();
        add(environment.getOrDefault("SOPS_AGE_KEY", "").lines(), keys);
        String named = environment.getOrDefault("SOPS_AGE_KEY_FILE", "");
        Path file = named.isEmpty() ? usual(environment) : Path.of(named);
        if (!named.isEmpty() || Files.isReadable(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                add(lines, keys);
            }
        }
        return new AgeIdentities(keys);
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    List<String> keys() {
        return keys;
    }

    private static void add(Stream<String> lines, List<String> keys) {
        lines.map(String::strip).filter(line -> line.startsWith(PREFIX)).forEach(keys::add);
    }

    private static Path usual(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        String configuration = environment.getOrDefault("XDG_CONFIG_HOME", home + "/.config");
        return Path.of(configuration, "sops", "age", "keys.txt");
    }
}
