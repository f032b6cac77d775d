package io.github.ipsecmaven.runbook.remote;

import java.util.List;
import java.util.Optional;

/**
 * The remote's {@code ipsec.conf}, for a file below {@code /etc/ipsec.d}.
 *
 * @see <a href="https://libreswan.org/man/ipsec.conf.5.html">ipsec.conf(5)</a>
 */
final class LibreswanFile {

    /** What both ends have to say alike; lifetimes are not negotiated, but may as well be the same. */
    private static final List<String> SAME_ON_BOTH_ENDS = List.of(
            "ike", "ikelifetime", "esp", "salifetime", "dpddelay", "hostaddrfamily", "clientaddrfamily");

    private static final String MARKS = "-%@/.:_;,+";

    private final StringBuilder text = new StringBuilder();

    private LibreswanFile() {}

    static String of(String head, String certificate, List<PeerConnection> connections) {
        LibreswanFile file = new LibreswanFile();
        file.text.append(head);
        if (PeerConnection.shareIdentities(connections)) {
            file.text.append("\n# Several nodes show one certificate: without this they would evict each other.\n");
            file.text.append("config setup\n");
            file.set("uniqueids", "no");
        }
        for (PeerConnection connection : connections) {
            file.add(connection, certificate);
        }
        return file.text.toString();
    }

    private void add(PeerConnection connection, String certificate) {
        text.append("\nconn ").append(connection.name()).append('\n');
        set("left", connection.address());
        set("leftid", connection.identity().orElse("%fromcert"));
        set("leftcert", certificate);
        set("leftrsasigkey", "%cert");
        set("leftsubnet", connection.network());
        set("leftprotoport", connection.option("rightprotoport"));
        set("right", connection.nodeAddress().orElse("%any"));
        set("rightid", connection.nodeIdentity().subject().libreswan().orElse("%fromcert"));
        set("rightrsasigkey", "%cert");
        set("rightsubnet", connection.nodeNetwork());
        set("rightprotoport", connection.option("leftprotoport"));
        set("ikev2", "insist");
        set("type", connection.type().text());
        setAuthentication(connection);
        for (String option : SAME_ON_BOTH_ENDS) {
            set(option, connection.option(option));
        }
        set("auto", "add");
    }

    /** libreswan signs with RSA, even by an ECDSA key, until it is told (measured with 4.10 and 5.2). */
    private void setAuthentication(PeerConnection connection) {
        if (connection.ecdsa() && !connection.nodeIdentity().ecdsa()) {
            set("leftauth", "ecdsa");
            set("rightauth", "rsasig");
        } else if (connection.nodeIdentity().ecdsa()) {
            set("authby", connection.option("authby").orElse("ecdsa"));
        } else {
            set("authby", connection.option("authby"));
        }
    }

    private void set(String option, Optional<String> value) {
        if (value.isPresent()) {
            set(option, value.get());
        }
    }

    private void set(String option, String value) {
        String written = AsciiWord.isOf(value, MARKS) ? value : '"' + value + '"';
        text.append('\t').append(option).append('=').append(written).append('\n');
    }
}
