package io.github.ipsecmaven.delivery;

import io.github.ipsecmaven.testkit.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One recorded state of an object, see {@code src/test/resources/delivery/statuses/README.md}.
 *
 * @param argocd the health that it means to Argo CD; {@code none} where no check of ours judges the kind
 * @param flux the state that it means to Flux; {@code none} likewise
 */
record RecordedStatus(String kind, String name, String argocd, String flux, Map<String, Object> object) {

    private static final List<String> KINDS = List.of("MachineConfigPool", "NodeNetworkConfigurationPolicy", "Network",
            "NMState", "MachineConfiguration", "Subscription");

    static List<RecordedStatus> all() {
        return KINDS.stream().flatMap(kind -> of(kind).stream()).toList();
    }

    private static List<RecordedStatus> of(String kind) {
        try {
            return Yaml.parseAll(Files.readString(Path.of("src/test/resources/delivery/statuses/" + kind + ".yaml")))
                    .stream()
                    .map(recorded -> new RecordedStatus(kind, (String) recorded.get("case"),
                            (String) recorded.get("argocd"), (String) recorded.get("flux"),
                            Yaml.map(recorded.get("object"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return kind + ", " + name;
    }
}
