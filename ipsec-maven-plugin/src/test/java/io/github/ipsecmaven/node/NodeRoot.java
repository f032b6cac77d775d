package io.github.ipsecmaven.node;

import io.github.ipsecmaven.testkit.MachineConfigView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A private root in which the released script runs unmodified: its own /etc, /var, /run and /usr/local, its own host
 * name, and the machine's /usr. The service manager, which no such root has, is a recorder in /usr/local/sbin.
 */
final class NodeRoot {

    private static final String SCRIPT = "/usr/local/bin/ipsec-addcert.sh";

    /** A shell function that mounts the machine's programs below a root. */
    static final String MOUNT_PROGRAMS = """
            mount_programs() {
                for directory in usr bin sbin lib lib64; do
                    if [ -L "/$directory" ]; then
                        ln -sfn "$(readlink "/$directory")" "$1/$directory"
                    elif [ -d "/$directory" ]; then
                        mkdir -p "$1/$directory"
                        mount --rbind "/$directory" "$1/$directory"
                    fi
                done
                for directory in dev proc etc/alternatives; do
                    mkdir -p "$1/$directory"
                    mount --rbind "/$directory" "$1/$directory"
                done
                mount --bind "$1/.local" "$1/usr/local"
            }
            """;

    private static final String ENTER = MOUNT_PROGRAMS + """
            set -e
            root=$1 host=$2 hidden=$3
            shift 3
            hostname "$host"
            mount_programs "$root"
            path=/usr/sbin:/usr/bin
            if [ -n "$hidden" ]; then
                path=/.path
                mkdir -p "$root$path"
                mount -t tmpfs tools "$root$path"
                ln -sf /usr/sbin/* /usr/bin/* "$root$path"
                for tool in $hidden; do
                    rm -f "$root$path/$tool"
                done
            fi
            exec chroot "$root" env -i PATH="/usr/local/sbin:/usr/local/bin:$path" "$@"
            """;

    private static final String SYSTEMCTL = """
            #!/bin/sh
            echo "systemctl $*" >>/run/calls
            case "$*" in
                "is-active --quiet ipsec.service") test -f /run/ipsec.service ;;
                "is-active --quiet ipsec-import-follow-up.service") exit 3 ;;
                show*InvocationID*ipsec.service) cat /run/ipsec.service ;;
            esac
            """;

    private static final String RECORDER = """
            #!/bin/sh
            echo "$(basename "$0") $*" >>/run/calls
            """;

    private static final String IPSEC = RECORDER + """
            [ "$1" != --version ] || cat /run/ipsec-version
            """;

    private static final Pattern NICKNAME = Pattern.compile("(.+?) +[a-zA-Z]*,[a-zA-Z]*,[a-zA-Z]* *");

    private final Path root;
    private final Set<String> hidden = new TreeSet<>();
    private String hostName = "worker-0";

    NodeRoot(Path root) {
        this.root = root;
        for (var directory : List.of(".local/bin", ".local/sbin", "etc/pki/certs", "etc/ipsec-passwords",
                "var/lib/ipsec/nss", "run", "tmp")) {
            createDirectories(root.resolve(directory));
        }
        installScript();
        tool("systemctl", SYSTEMCTL);
        tool("systemd-run", RECORDER);
        tool("ipsec", IPSEC);
        write("/run/ipsec-version", "Libreswan 4.15\n");
    }

    private void installScript() {
        try (var script = NodeRoot.class.getResourceAsStream("/io/github/ipsecmaven/manifest/ipsec-addcert.sh")) {
            var file = root.resolve(".local/bin/ipsec-addcert.sh");
            Files.copy(script, file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-----"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a tool of the test before the machine's own on the path. */
    void tool(String name, String text) {
        var file = root.resolve(".local/sbin").resolve(name);
        writeFile(file, text);
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void removeTool(String name) {
        var tool = "/usr/local/sbin/" + name;
        if (exists(tool)) {
            delete(tool);
        }
    }

    /** Makes tools of the machine look as if they were not installed. */
    void hide(String... tools) {
        hidden.addAll(List.of(tools));
    }

    void hostName(String name) {
        hostName = name;
    }

    /** ipsec.service is active; {@code invocation} tells one start of it from the next. */
    void plutoRuns(String invocation) {
        write("/run/ipsec.service", invocation + "\n");
    }

    void libreswan(String version) {
        write("/run/ipsec-version", "Libreswan " + version + "\n");
    }

    void anchor(String file, Pki.Identity authority) {
        copy(authority.certificate(), "/etc/pki/certs/" + file);
    }

    void bundle(String file, Path bundle) {
        copy(bundle, "/etc/pki/certs/" + file);
    }

    /** The list, one entry per line, its fields parted by single blanks here and by tabs on the node. */
    void list(String... entries) {
        write("/etc/pki/certs/ipsec-import.list", Arrays.stream(entries)
                .map(entry -> entry.startsWith("#") ? entry : entry.replace(' ', '\t'))
                .collect(Collectors.joining("\n", "# who imports what\n", "\n")));
    }

    /** Puts a MachineConfig on the node. */
    void apply(MachineConfigView config) {
        AppliedConfig.write(config, this::path);
    }

    /** Runs the script; no run may touch what a machine config wrote. */
    Tools.Result run() {
        var before = files("etc/pki/certs");
        var result = enter(SCRIPT);
        if (!files("etc/pki/certs").equals(before)) {
            throw new AssertionError("the script changed a file that a machine config owns");
        }
        return result;
    }

    /** Runs any command inside this root. */
    Tools.Result enter(String... command) {
        var whole = new ArrayList<>(List.of("unshare", "--map-root-user", "--mount", "--uts", "sh", "-c", ENTER,
                "enter", root.toString(), hostName, String.join(" ", hidden)));
        whole.addAll(List.of(command));
        return Tools.run(whole);
    }

    /** Where this root lies on the machine. */
    Path root() {
        return root;
    }

    /** certutil on the live database, from outside of the root. */
    Tools.Result certutil(String... arguments) {
        var command = new ArrayList<>(List.of("certutil"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-d", database()));
        return Tools.run(command);
    }

    String database() {
        return "sql:" + root.resolve("var/lib/ipsec/nss");
    }

    Set<String> nicknames() {
        var nicknames = new TreeSet<String>();
        for (var line : certutil("-L").output().lines().toList()) {
            var matcher = NICKNAME.matcher(line);
            if (matcher.matches()) {
                nicknames.add(matcher.group(1));
            }
        }
        return nicknames;
    }

    /** Whether a nickname stands for just this certificate, and for its key too. */
    boolean holds(String nickname, Pki.Identity identity) {
        return holdsOnly(nickname, identity) && certutil("-K", "-n", nickname).succeeded();
    }

    /** Whether a nickname stands for just these certificates, with or without a key. */
    boolean holdsOnly(String nickname, Pki.Identity... identities) {
        var wanted = new HashSet<Object>();
        for (var identity : identities) {
            wanted.addAll(certificates(readFile(identity.certificate())));
        }
        var listing = certutil("-L", "-a", "-n", nickname);
        return listing.succeeded() && certificates(listing.output()).equals(wanted);
    }

    long keys() {
        return certutil("-K").output().lines().filter(line -> line.startsWith("<")).count();
    }

    /** What the recorders of this root saw, one call per line. */
    String calls() {
        return exists("/run/calls") ? read("/run/calls") : "";
    }

    boolean exists(String file) {
        return Files.exists(path(file));
    }

    String read(String file) {
        return readFile(path(file));
    }

    void write(String file, String text) {
        writeFile(path(file), text);
    }

    void copy(Path from, String to) {
        try {
            Files.copy(from, path(to), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String file) {
        try {
            Files.delete(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void deleteFiles(String folder) {
        files(folder.substring(1)).keySet().forEach(file -> delete("/" + file));
    }

    /** Every file below a folder of this root, with its bytes and mode as text. */
    Map<String, String> files(String folder) {
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(root.resolve(folder))) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString(), Files.getPosixFilePermissions(path)
                        + new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private Path path(String file) {
        return root.resolve(file.substring(1).replaceFirst("^usr/local/", ".local/"));
    }

    private static Set<Object> certificates(String pem) {
        try {
            return new HashSet<>(CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void createDirectories(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readFile(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeFile(Path file, String text) {
        createDirectories(file.getParent());
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
