package io.github.ipsecmaven.spec.yaml;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.Severity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SnakeYAML's complaints in the user's words. What is not here is shown as SnakeYAML says it. */
enum SyntaxFinding {
    CHARACTER("found character '(.+)' that cannot start any token.*",
            "a value cannot begin with %s outside of quotes",
            "put the value in quotes"),
    COLON("mapping values are not allowed here",
            "there is a ':' too many in this line, or the line is indented too far",
            "indent the line like its neighbours; put a value that holds ': ' in quotes"),
    INDENTATION("expected <block end>, but found .*",
            "this line is not indented like those that it belongs to",
            "indent it like its neighbours"),
    BRACKET("expected ',' or '(.)', but got .*",
            "a ',' or '%s' is missing before this",
            "close the bracket, or separate the values by commas"),
    NO_COLON("could not find expected ':'",
            "there is no ':' behind the key",
            "write `key: value`, with a space after the colon"),
    KEY_BEHIND_BRACKET("A simple key is required only if it is the first token in the current line",
            "behind this there is a bracket too many, or a key that has to stand on a line of its own",
            "take the bracket away, or begin a new line behind it"),
    OPEN_QUOTE("found unexpected end of stream",
            "the quote that opens here is not closed",
            "close it; within single quotes write '' for one of them, within double quotes \\\""),
    ALIAS("found undefined alias (.*)",
            "there is no anchor '%s' before this alias",
            "write the value out; put a value that begins with '*' in quotes");

    private final Pattern problem;
    private final String message;
    private final String mend;

    SyntaxFinding(String problem, String message, String mend) {
        this.problem = Pattern.compile(problem, Pattern.DOTALL);
        this.message = message;
        this.mend = mend;
    }

    /** Whether the place to look at is where the construct opens, not where SnakeYAML gave up. */
    static boolean isAboutItsBeginning(String problem) {
        return OPEN_QUOTE.problem.matcher(problem).matches() || NO_COLON.problem.matcher(problem).matches();
    }

    static Diagnostic of(String problem, Position position) {
        for (SyntaxFinding finding : values()) {
            Matcher matcher = finding.problem.matcher(problem);
            if (matcher.matches()) {
                Object[] named = matcher.groupCount() == 0 ? new Object[0] : new Object[] {matcher.group(1)};
                return new Diagnostic(YamlFinding.NOT_YAML.id(), Severity.ERROR, position,
                        String.format(finding.message, named), "", finding.mend);
            }
        }
        return YamlFinding.NOT_YAML.at(position, problem);
    }
}
