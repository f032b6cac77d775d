package io.github.ipsecmaven.diff;

import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads an object of a tree, as far as it is one. */
final class YamlObject {

    /** A pool's bundles as base64; larger is no object that a cluster takes. */
    private static final int MOST_CHARACTERS = 1 << 26;

    private YamlObject() {}

    /** Empty where a text is no mapping with a kind. */
    static Optional<Map<?, ?>> parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        try {
            Object document = new Yaml(new SafeConstructor(options)).load(text);
            return document instanceof Map<?, ?> body && body.get("kind") instanceof String
                    ? Optional.of(body)
                    : Optional.empty();
        } catch (YAMLException notYaml) {
            return Optional.empty();
        }
    }
}
