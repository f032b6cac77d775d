package io.github.ipsecmaven.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A guest in Debian's user-mode-linux: a kernel of its own with ESP and a Debian of its own with systemd, as an ordinary
 * process. What a boot writes to its disk is there at the next boot.
 */
final class UserModeLinux {

    private static final Duration BOUND = Duration.ofHours(1);

    private final Path image;
    private final Path disk;
    private final Path share;

    /**
     * @param image a file system of Debian, made by {@code .ci/slow-tier}; nothing is written to it
     * @param disk what is written to the image instead, made by the first boot
     * @param share the folder that the guest sees as {@code /share}
     */
    UserModeLinux(Path image, Path disk, Path share) {
        this.image = image;
        this.disk = disk;
        this.share = share;
    }

    /**
     * Boots, and waits until the guest has switched itself off. What its checks write is printed when they write it.
     *
     * @return the lines that the checks of the boot wrote
     * @throws IllegalStateException if it has not ended after an hour, or before its checks had
     */
    List<String> boot() throws IOException, InterruptedException {
        Path results = share.resolve("results");
        Path console = share.resolve("console");
        Files.deleteIfExists(results);
        var guest = new ProcessBuilder("linux.uml", "mem=512M", "ubd0=" + disk + "," + image, "root=/dev/ubda", "rw",
                "init=/sbin/node-init", "share=" + share, "con=null", "con0=null,fd:1", "quiet")
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(console.toFile())
                .start();
        var deadline = Instant.now().plus(BOUND);
        var lines = List.<String>of();
        try {
            do {
                guest.waitFor(1, TimeUnit.SECONDS);
                var seen = lines.size();
                lines = Files.exists(results) ? Files.readAllLines(results) : lines;
                lines.subList(seen, lines.size()).forEach(System.out::println);
            } while (guest.isAlive() && Instant.now().isBefore(deadline));
        } finally {
            guest.descendants().forEach(ProcessHandle::destroyForcibly);
            guest.destroyForcibly();
        }
        if (lines.isEmpty() || !lines.get(lines.size() - 1).equals("end")) {
            throw new IllegalStateException("the checks did not come to their end: " + lines + read(console)
                    + read(share.resolve("before-boot.log")));
        }
        return lines.subList(0, lines.size() - 1);
    }

    private static String read(Path file) throws IOException {
        return "\n" + file.getFileName() + ":\n" + (Files.exists(file) ? Files.readString(file) : "");
    }

    /** The release of Debian. */
    @Override
    public String toString() {
        return image.getFileName().toString().replace(".img", "");
    }
}
