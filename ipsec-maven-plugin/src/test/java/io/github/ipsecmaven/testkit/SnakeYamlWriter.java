package io.github.ipsecmaven.testkit;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** The library's own writer, told to write as the project does: what the project's writer is compared with. */
public final class SnakeYamlWriter {

    private static final Set<String> RESOLVED = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private SnakeYamlWriter() {}

    public static String dump(Map<String, ?> body) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        options.setMaxSimpleKeyLength(1024);
        options.setDereferenceAliases(true);
        return new Yaml(new Strings(options), options).dump(body);
    }

    private static final class Strings extends Representer {

        Strings(DumperOptions options) {
            super(options);
            representers.put(String.class, text -> representScalar(Tag.STR, (String) text, style((String) text)));
        }

        private static ScalarStyle style(String text) {
            if (text.indexOf('\n') >= 0) {
                return ScalarStyle.LITERAL;
            }
            return text.matches("[a-zA-Z/_].*") && !RESOLVED.contains(text.toLowerCase(Locale.ROOT))
                    ? ScalarStyle.PLAIN
                    : ScalarStyle.SINGLE_QUOTED;
        }
    }
}
