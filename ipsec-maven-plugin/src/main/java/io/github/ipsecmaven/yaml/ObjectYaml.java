package io.github.ipsecmaven.yaml;

import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads objects that lie in a tree. They are ours, or were, so their strings mean the same in YAML 1.1, as which they are
 * read, and 1.2. Specs, of which every place counts, are read elsewhere.
 */
public final class ObjectYaml {

    /** A pool's bundles as base64; larger is no object that a cluster takes. */
    private static final int MOST_CHARACTERS = 1 << 26;

    private ObjectYaml() {}

    /**
     * The mapping that a text is, with maps, lists, strings, numbers, booleans, dates and nulls in it. Without
     * SnakeYAML's {@code Yaml}, which makes a writer, too.
     *
     * @return empty where the text is anything else, also where a key stands twice
     */
    public static Optional<Map<?, ?>> read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setAllowDuplicateKeys(false);
        SafeConstructor constructor = new SafeConstructor(options);
        constructor.setComposer(
                new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options));
        try {
            return constructor.getSingleData(Object.class) instanceof Map<?, ?> mapping
                    ? Optional.of(mapping)
                    : Optional.empty();
        } catch (YAMLException notYaml) {
            return Optional.empty();
        }
    }
}
