package io.github.ipsecmaven.node;

import io.github.ipsecmaven.testkit.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What NetworkManager-libreswan makes of a policy: its options, and some of its own. */
final class RenderedConnection {

    private RenderedConnection() {}

    /** The connection under the given name. */
    static String of(Path policy, String name) throws IOException {
        Map<?, ?> spec = (Map<?, ?>) Yaml.parse(Files.readString(policy)).get("spec");
        Map<?, ?> state = (Map<?, ?>) spec.get("desiredState");
        Map<?, ?> ipsec = (Map<?, ?>) ((List<?>) state.get("interfaces")).get(0);
        Map<?, ?> options = new LinkedHashMap<>((Map<?, ?>) ipsec.get("libreswan"));
        boolean defaults = !Boolean.FALSE.equals(options.remove("nm-auto-defaults"));
        StringBuilder conn = new StringBuilder("conn " + name + "\n");
        options.forEach((option, value) -> conn.append('\t').append(option).append('=')
                .append(value instanceof Boolean flag ? flag ? "yes" : "no" : value).append('\n'));
        if (defaults) {
            conn.append("\trekey=yes\n\tkeyingtries=1\n\trightmodecfgserver=yes\n\tmodecfgpull=yes\n");
        }
        return conn.append("\tauto=add\n\tnm-configured=yes\n").toString();
    }
}
