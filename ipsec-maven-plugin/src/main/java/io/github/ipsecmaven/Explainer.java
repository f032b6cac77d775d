package io.github.ipsecmaven;

import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.report.Help;
import io.github.ipsecmaven.explain.ConnectionValues;
import io.github.ipsecmaven.explain.LanguageKeys;
import io.github.ipsecmaven.explain.UnknownTopicException;
import io.github.ipsecmaven.spec.Connection;
import io.github.ipsecmaven.spec.SpecLoader;
import io.github.ipsecmaven.spec.schema.LanguageSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Explains a rule, a key of the language, or a node-remote pair of the specs. */
public final class Explainer {

    private Explainer() {}

    /** Whether the topic is about the specs of a repository, and not about the language. */
    public static boolean needsSpecs(String topic) {
        return topic.contains("/");
    }

    /** Explains the id of a rule, {@code IPSEC-P003}, or the path of a key, {@code remotes.subnet}. */
    public static String explain(String topic) throws UnknownTopicException {
        if (!topic.toUpperCase(Locale.ROOT).startsWith("IPSEC-")) {
            return new LanguageKeys(LanguageSchema.get().document()).explain(topic);
        }
        for (FindingInfo info : FindingCatalogue.ALL) {
            if (info.id().equalsIgnoreCase(topic)) {
                return info.id() + " (" + info.severity().label() + ")\n" + Help.text(info);
            }
        }
        throw new UnknownTopicException(topic, "rule", FindingCatalogue.ALL.stream().map(FindingInfo::id).toList());
    }

    /**
     * Explains {@code <node>/<remote>}, or {@code <node>/<remote>-<network>}, in every spec that has it.
     *
     * @param diagnostics takes what is wrong with the specs; one that cannot be loaded explains nothing
     */
    public static String explain(String topic, Run run, List<Path> specs, Diagnostics diagnostics)
            throws UnknownTopicException {
        List<String> known = new ArrayList<>();
        List<String> explained = new ArrayList<>();
        for (Path file : specs) {
            SpecLoader.load(file, run.workingFolder(), diagnostics).ifPresent(spec -> {
                for (Connection connection : spec.connections()) {
                    known.add(ConnectionValues.nameOf(connection));
                    if (isMeant(topic, connection)) {
                        explained.add(ConnectionValues.of(spec, connection));
                    }
                }
            });
        }
        if (explained.isEmpty()) {
            throw new UnknownTopicException(topic, "node and remote", known);
        }
        return String.join("\n\n", explained);
    }

    private static boolean isMeant(String topic, Connection connection) {
        return topic.equals(ConnectionValues.nameOf(connection))
                || topic.equals(connection.node().name() + "/" + connection.remote().name());
    }
}
