package io.github.ipsecmaven.runbook.remote;

import io.github.ipsecmaven.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** strongSwan's daemon in a network of its own, and the program that tells it what to do. */
final class Charon implements AutoCloseable {

    private static final Path DAEMON = Path.of("/usr/lib/ipsec/charon");

    private final Path home;
    private final Process daemon;

    private Charon(Path home, Process daemon) {
        this.home = home;
        this.daemon = daemon;
    }

    /** Starts it with a folder for its files, and waits until it listens. */
    static Charon start(Path home) throws IOException {
        RealTool.of("swanctl", "install strongSwan (.ci/install-tools does)").assumePresent();
        Assumptions.assumeTrue(Files.isExecutable(DAEMON), DAEMON + " is missing: install strongSwan (.ci/install-tools does)");
        RealTool unshare = RealTool.of("unshare", "install util-linux").assumePresent();
        Assumptions.assumeTrue(unshare.run("--map-root-user", "--net", "true").exit() == 0,
                "the kernel allows no private network here: run as root, or allow unprivileged user namespaces");
        Files.createDirectories(home.resolve("x509"));
        Files.writeString(home.resolve("strongswan.conf"), """
                charon {
                    load = random nonce x509 constraints pubkey pkcs1 pkcs8 pem openssl kdf kernel-netlink socket-default vici
                    plugins {
                        vici {
                            socket = unix://%1$s/vici
                        }
                    }
                }
                swanctl {
                    load = random x509 pubkey pkcs1 pem openssl
                    socket = unix://%1$s/vici
                }
                """.formatted(home));
        Process daemon = environment(home, new ProcessBuilder("unshare", "--map-root-user", "--net", "--mount", "--pid",
                "--fork", "--kill-child", "sh", "-c", "mount -t tmpfs run /run && exec " + DAEMON))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("charon.log").toFile())
                .start();
        Charon charon = new Charon(home, daemon);
        for (int attempt = 0; attempt < 300 && !Files.exists(home.resolve("vici")); attempt++) {
            pause();
        }
        if (!Files.exists(home.resolve("vici"))) {
            charon.close();
            throw new IllegalStateException("charon does not start: " + Files.readString(home.resolve("charon.log")));
        }
        return charon;
    }

    /** Runs {@code swanctl}. */
    RealTool.Result swanctl(String... arguments) {
        List<String> line = new ArrayList<>(List.of("SWANCTL_DIR=" + home,
                "STRONGSWAN_CONF=" + home.resolve("strongswan.conf"), "swanctl"));
        line.addAll(List.of(arguments));
        return RealTool.of("env", "install coreutils").assumePresent().run(line.toArray(String[]::new));
    }

    private static ProcessBuilder environment(Path home, ProcessBuilder builder) {
        builder.environment().put("STRONGSWAN_CONF", home.resolve("strongswan.conf").toString());
        return builder;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            daemon.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
