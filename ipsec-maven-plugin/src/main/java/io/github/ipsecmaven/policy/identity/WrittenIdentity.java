package io.github.ipsecmaven.policy.identity;

import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.policy.DistinguishedName;
import io.github.ipsecmaven.policy.HostName;
import io.github.ipsecmaven.policy.Ipv6;
import io.github.ipsecmaven.policy.Placeholder;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.Ipv4;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code identity} that a live connection's remote has to prove, where the spec writes it. */
record WrittenIdentity(Connection connection, Position at, String text) {

    /** What libreswan takes an identity for (ipsec.conf(5), leftid). */
    enum Form {
        /** {@code %fromcert}: whatever subject the certificate has. */
        FROM_CERTIFICATE,
        /** {@code @nas.example.com}. */
        NAME,
        /** {@code nas.example.com}, which libreswan resolves. */
        BARE_NAME,
        ADDRESS,
        /** {@code admin@example.com}. */
        MAIL,
        DISTINGUISHED_NAME,
        /** {@code @[group]}, which no certificate holds. */
        KEY_ID,
        /** Nothing that could be proved by a certificate. */
        NONE
    }

    /** The identities of all tunnels, but those with a placeholder or in IPv6, of which other rules speak. */
    static List<WrittenIdentity> of(ClusterSpec spec) {
        List<WrittenIdentity> identities = new ArrayList<>();
        for (Connection connection : spec.tunnels()) {
            Optional<String> text = connection.section().text("identity");
            if (text.isPresent() && !Placeholder.isIn(text.get()) && !Ipv6.isMeantBy(text.get())) {
                identities.add(new WrittenIdentity(connection, connection.section().at("identity"), text.get()));
            }
        }
        return identities;
    }

    /** Those that NetworkManager would write into libreswan's configuration. */
    static List<WrittenIdentity> writable(ClusterSpec spec) {
        List<WrittenIdentity> writable = new ArrayList<>();
        for (WrittenIdentity identity : of(spec)) {
            if (identity.firstRefused() < 0) {
                writable.add(identity);
            }
        }
        return writable;
    }

    /** Where the first character stands that NetworkManager refuses in an unquoted value; -1 where none does. */
    int firstRefused() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~' || c == '"') {
                return i;
            }
        }
        return -1;
    }

    Form form() {
        if (text.equals("%fromcert")) {
            return Form.FROM_CERTIFICATE;
        }
        if (text.startsWith("@[")) {
            return Form.KEY_ID;
        }
        if (text.startsWith("@")) {
            return HostName.fault(text.substring(1)).isEmpty() ? Form.NAME : Form.NONE;
        }
        if (Ipv4.isAddress(text)) {
            return Form.ADDRESS;
        }
        if (DistinguishedName.isOne(text)) {
            return Form.DISTINGUISHED_NAME;
        }
        int at = text.lastIndexOf('@');
        if (at > 0) {
            return HostName.fault(text.substring(at + 1)).isEmpty() ? Form.MAIL : Form.NONE;
        }
        return HostName.fault(text).isEmpty() ? Form.BARE_NAME : Form.NONE;
    }

    /** Whether an option of the connection has a value. */
    boolean hasOption(String name, Object value) {
        return value.equals(connection.tunnel().orElseThrow().options().get(name));
    }
}
