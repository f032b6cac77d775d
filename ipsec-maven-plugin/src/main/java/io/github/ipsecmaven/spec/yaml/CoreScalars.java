package io.github.ipsecmaven.spec.yaml;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Plain scalars as the core schema of YAML 1.2 reads them (section 10.3.2), not as SnakeYAML's YAML 1.1 does: {@code
 * no} and {@code on} are strings, and so are dates and {@code 22:00}. One thing is stricter: digits with a leading zero
 * are a string, because YAML 1.1 tools would read {@code 0644} as octal and YAML 1.2 tools as decimal.
 */
final class CoreScalars extends Resolver {

    private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern INTEGER = Pattern.compile("0|[-+]?[1-9][0-9]*");
    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(\\.[0-9]+|(0|[1-9][0-9]*)(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, BOOLEAN, "tTfF");
        addImplicitResolver(Tag.INT, INTEGER, "-+0123456789");
        addImplicitResolver(Tag.FLOAT, NUMBER, "-+0123456789.");
        addImplicitResolver(Tag.NULL, NULL, "nN~\0");
    }
}
