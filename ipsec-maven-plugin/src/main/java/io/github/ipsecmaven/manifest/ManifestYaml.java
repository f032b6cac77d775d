package io.github.ipsecmaven.manifest;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.serializer.Serializer;

/**
 * Objects as YAML that every reader takes for the same: block style, stable order, LF. A string is quoted unless it
 * starts like a word and is none that YAML 1.1 or 1.2 resolves, because the readers on the way (kustomize, the API
 * server, nmstate) do not agree on the version: {@code 1e3}, {@code 0o17} and {@code yes} are strings to some only.
 */
public final class ManifestYaml {

    /** SnakeYAML reads a number with a leading zero, but writes it with a tag and in quotes. */
    private static final Pattern TAGGED_OCTAL = Pattern.compile("(?m)^( +mode: )!!int '(0[0-7]+)'$");

    private static final Set<String> RESOLVED = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");
    private static final int LONGEST_RESOLVED = 5;

    private ManifestYaml() {}

    /** Permission bits, written as people read them: {@code 0400}. */
    public record Octal(int value) {}

    /** The body as YAML, with a comment of one or more lines above it. */
    public static byte[] bytes(String comment, Map<String, Object> body) {
        StringBuilder text = new StringBuilder();
        comment.lines().forEach(line -> text.append(line.isEmpty() ? "#" : "# " + line).append('\n'));
        return text.append(dump(body)).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String dump(Map<String, Object> body) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        options.setMaxSimpleKeyLength(1024);
        options.setDereferenceAliases(true);
        String text = write(new Scalars(options).represent(body), options);
        return text.contains("!!int") ? TAGGED_OCTAL.matcher(text).replaceAll("$1$2") : text;
    }

    /** Without SnakeYAML's {@code Yaml}, which makes a reader, too. */
    private static String write(Node body, DumperOptions options) {
        StringWriter text = new StringWriter();
        Serializer serializer = new Serializer(new Emitter(text, options), new NoTags(), options, null);
        try {
            serializer.open();
            serializer.serialize(body);
            serializer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    /** Takes every scalar for a string, so that SnakeYAML adds no tag: our style says what a reader takes it for. */
    private static final class NoTags extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            // none: what nothing resolves is a string
        }
    }

    private static final class Scalars extends Representer {

        Scalars(DumperOptions options) {
            super(options);
            representers.put(Octal.class, mode ->
                    representScalar(Tag.INT, String.format("%04o", ((Octal) mode).value()), ScalarStyle.PLAIN));
            representers.put(Integer.class, this::plain);
            representers.put(Long.class, this::plain);
            representers.put(Boolean.class, this::plain);
            representers.put(String.class, text -> representScalar(Tag.STR, (String) text, style((String) text)));
        }

        private Node plain(Object value) {
            return representScalar(Tag.STR, value.toString(), ScalarStyle.PLAIN);
        }

        private static ScalarStyle style(String text) {
            if (text.indexOf('\n') >= 0) {
                return ScalarStyle.LITERAL;
            }
            return startsLikeAWord(text) && !isResolved(text) ? ScalarStyle.PLAIN : ScalarStyle.SINGLE_QUOTED;
        }

        private static boolean startsLikeAWord(String text) {
            char first = text.isEmpty() ? ' ' : text.charAt(0);
            return first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z' || first == '/' || first == '_';
        }

        private static boolean isResolved(String text) {
            return text.length() <= LONGEST_RESOLVED && RESOLVED.contains(text.toLowerCase(Locale.ROOT));
        }
    }
}
