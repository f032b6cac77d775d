package io.github.ipsecmaven.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A node and a remote host, each a real pluto in its own root and its own network, with one link between them. A kernel
 * without ESP is enough: the peers authenticate each other before the first packet is to be encrypted.
 */
final class TwoHosts implements AutoCloseable {

    static final String NODE_ADDRESS = "192.0.2.1";
    static final String REMOTE_ADDRESS = "192.0.2.2";

    private static final String HOSTS = NodeRoot.MOUNT_PROGRAMS + """
            set -e
            run_pluto() {
                rm -rf "$1/run/pluto"
                mkdir "$1/run/pluto"
                exec chroot "$1" /usr/libexec/ipsec/pluto --nofork --config /etc/ipsec.conf --rundir /run/pluto \\
                    --nssdir /var/lib/ipsec/nss
            }
            link_up() {
                ip link set lo up
                ip address add "$2/24" dev "$1"
                ip link set "$1" up
            }
            if [ "$1" = remote ]; then
                echo $$ >"$2/run/network.pid"
                while [ ! -e /proc/sys/net/ipv4/conf/remote ]; do sleep 0.1; done
                link_up remote 192.0.2.2
                run_pluto "$2"
            fi
            rm -f "$2/run/network.pid"
            mount_programs "$1"
            mount_programs "$2"
            ip link add node type veth peer name remote
            unshare --net --fork sh -c "$3" hosts remote "$2" &
            while [ ! -s "$2/run/network.pid" ]; do sleep 0.1; done
            ip link set remote netns "$(cat "$2/run/network.pid")"
            link_up node 192.0.2.1
            run_pluto "$1"
            """;

    private final NodeRoot node;
    private final NodeRoot remote;
    private final Process hosts;

    private TwoHosts(NodeRoot node, NodeRoot remote, Process hosts) {
        this.node = node;
        this.remote = remote;
        this.hosts = hosts;
    }

    static void assumePossible() {
        Tools.assumePrivateRoot();
        Tools.assumeInstalled("ipsec", "libreswan");
        Tools.assumeInstalled("ip", "iproute2");
        Assumptions.assumeTrue(
                Tools.run("unshare", "--map-root-user", "--net",
                        "ip", "link", "add", "node", "type", "veth", "peer", "name", "remote").succeeded(),
                "the kernel has no veth links, or allows none here");
    }

    /** Starts a pluto in each root and waits until both listen. */
    static TwoHosts start(NodeRoot node, NodeRoot remote) {
        for (var host : List.of(node, remote)) {
            host.removeTool("ipsec");
            host.write("/etc/ipsec.conf", "config setup\n\tlogfile=/run/pluto.log\n");
            host.write("/etc/ipsec.secrets", "");
        }
        node.plutoRuns("running");
        try {
            var process = new ProcessBuilder("unshare", "--map-root-user", "--mount", "--net", "--pid", "--fork",
                    "--kill-child", "--mount-proc", "sh", "-c", HOSTS, "hosts",
                    node.root().toString(), remote.root().toString(), HOSTS)
                    .redirectErrorStream(true)
                    .redirectOutput(node.root().resolve("run/hosts.log").toFile())
                    .start();
            var hosts = new TwoHosts(node, remote, process);
            hosts.awaitListening(node);
            hosts.awaitListening(remote);
            return hosts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitListening(NodeRoot host) {
        for (var attempt = 0; attempt < 300; attempt++) {
            if (host.exists("/run/pluto/pluto.ctl") && whack(host, "--status").succeeded()) {
                return;
            }
            Tools.pause();
        }
        close();
        throw new IllegalStateException("pluto does not start: " + node.read("/run/hosts.log"));
    }

    /** Loads the connection on both sides, as NetworkManager-libreswan writes it. */
    void loadConnection() {
        load(node, connection(NODE_ADDRESS, REMOTE_ADDRESS), "tunnel");
        load(remote, connection(REMOTE_ADDRESS, NODE_ADDRESS), "tunnel");
    }

    /** Loads a connection {@code tunnel} on the node, and one of any name on the remote. */
    void loadConnections(String onNode, String onRemote, String nameOnRemote) {
        load(node, onNode, "tunnel");
        load(remote, onRemote, nameOnRemote);
    }

    /** Tries a new IKE negotiation from the node; the answer is what pluto said. */
    String negotiate() {
        whack(node, "--name", "tunnel", "--terminate");
        return whack(node, "--name", "tunnel", "--initiate").output();
    }

    private static void load(NodeRoot host, String connection, String name) {
        host.write("/run/connection.conf", connection);
        Tools.must("/usr/libexec/ipsec/addconn", "--ctlsocket", host.root() + "/run/pluto/pluto.ctl",
                "--config", host.root() + "/run/connection.conf", name);
    }

    private static Tools.Result whack(NodeRoot host, String... arguments) {
        var command = new ArrayList<>(List.of("timeout", "60", "/usr/libexec/ipsec/whack",
                "--ctlsocket", host.root() + "/run/pluto/pluto.ctl"));
        command.addAll(List.of(arguments));
        return Tools.run(command);
    }

    private static String connection(String left, String right) {
        return """
                conn tunnel
                \tleft=%s
                \tleftid=%%fromcert
                \tleftcert=left_server
                \tleftrsasigkey=%%cert
                \tleftmodecfgclient=no
                \tright=%s
                \trightid=%%fromcert
                \trightrsasigkey=%%cert
                \trightsubnet=%s/32
                \tikev2=insist
                \ttype=transport
                \trekey=yes
                \tkeyingtries=1
                \tauto=add
                \tnm-configured=yes
                """.formatted(left, right, right);
    }

    @Override
    public void close() {
        try {
            hosts.destroyForcibly().waitFor(); // unshare ignores anything milder, and takes its children with it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
