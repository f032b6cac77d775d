package io.github.ipsecmaven.proof;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the user's programs keep what they can make again. */
public final class CacheFolder {

    private static final String NAME = "ipsec-maven-plugin";

    private CacheFolder() {}

    /**
     * The plugin's own folder in it.
     *
     * @param system {@code os.name}
     * @param home {@code user.home}
     * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory Specification</a>
     */
    public static Path of(Map<String, String> environment, String system, String home) {
        String named = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!named.isEmpty() && Path.of(named).isAbsolute()) {
            return Path.of(named, NAME);
        }
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mac")) {
            return Path.of(home, "Library", "Caches", NAME);
        }
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        return lower.startsWith("windows") && !local.isEmpty() ? Path.of(local, NAME, "cache") : Path.of(home, ".cache", NAME);
    }
}
