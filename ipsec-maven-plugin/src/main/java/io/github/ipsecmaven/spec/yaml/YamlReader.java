package io.github.ipsecmaven.spec.yaml;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Text to {@link Tree}: SnakeYAML composes the nodes, with YAML 1.2 scalars; one walk over them keeps the positions and
 * finds what SnakeYAML lets pass (duplicate keys, tags, aliases that expand without end).
 */
public final class YamlReader {

    /** Far more than the language needs, far less than a stack holds. */
    static final int DEEPEST = 50;

    /** A spec of a thousand nodes has some ten thousand values; an alias bomb of a few lines has millions. */
    static final int MOST_VALUES = 200_000;

    private static final CoreScalars SCALARS = new CoreScalars();
    private static final LoaderOptions LIMITS = limits();

    private final SourceText source;
    private final TextPositions positions;
    private final Diagnostics diagnostics;
    private final Deque<Node> open = new ArrayDeque<>();
    private int values;

    private YamlReader(SourceText source, Diagnostics diagnostics) {
        this.source = source;
        this.positions = new TextPositions(source);
        this.diagnostics = diagnostics;
    }

    /**
     * Reads one document whose root is a mapping.
     *
     * @return the root, or empty where the text cannot be used; what is wrong with it is then in {@code diagnostics}.
     *     A root may come together with findings: duplicate keys do not hide what else is wrong
     */
    public static Optional<Tree.Mapping> read(SourceText source, Diagnostics diagnostics) {
        return new YamlReader(source, diagnostics).readDocument();
    }

    /**
     * The same of a file.
     *
     * @param name what users call the file
     * @throws IOException where it cannot be opened or read
     */
    public static Optional<Tree.Mapping> read(Path file, String name, Diagnostics diagnostics) throws IOException {
        Optional<SourceText> source = SourceReader.read(file, name, diagnostics);
        return source.isEmpty() ? Optional.empty() : read(source.get(), diagnostics);
    }

    private Optional<Tree.Mapping> readDocument() {
        if (holdsControlCharacter()) {
            return Optional.empty();
        }
        try {
            Node root = compose(source.text());
            if (root == null) {
                diagnostics.add(YamlFinding.EMPTY.at(source.start()));
                return Optional.empty();
            }
            if (!(root instanceof MappingNode)) {
                diagnostics.add(YamlFinding.NOT_A_MAPPING.at(position(root)));
                return Optional.empty();
            }
            return Optional.of((Tree.Mapping) tree(root));
        } catch (Unusable unusable) {
            return Optional.empty();
        } catch (MarkedYAMLException e) {
            report(e);
        } catch (YAMLException unplaced) {
            diagnostics.add(withPlace(unplaced.getMessage()));
        }
        return Optional.empty();
    }

    /** SnakeYAML would find it, too, but says where only within the piece of the text that it has just read. */
    private boolean holdsControlCharacter() {
        String text = source.text();
        int number = 0;
        int character;
        for (int i = 0; i < text.length(); i += Character.charCount(character)) {
            character = text.codePointAt(i);
            if (!StreamReader.isPrintable(character)) {
                diagnostics.add(YamlFinding.CONTROL_CHARACTER.at(
                        positions.at(number, number + 1), String.format("%04X", character)));
                return true;
            }
            number++;
        }
        return false;
    }

    /** Without SnakeYAML's {@code Yaml}, which makes a writer, too. */
    private static Node compose(String text) {
        return new Composer(parser(text), SCALARS, LIMITS).getSingleNode();
    }

    private static Parser parser(String text) {
        return new ParserImpl(new StreamReader(text), LIMITS);
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }

    private Tree tree(Node node) {
        if (++values > MOST_VALUES) {
            throw unusable(YamlFinding.TOO_MANY_VALUES, position(node), MOST_VALUES);
        }
        boolean tagFits = tagFits(node);
        if (!tagFits) {
            diagnostics.add(YamlFinding.TAG.at(position(node), node.getTag().getValue().replace(Tag.PREFIX, "!!")));
        }
        if (node instanceof ScalarNode scalar) {
            return new Tree.Scalar(
                    position(scalar), tagFits ? kind(scalar.getTag()) : Tree.Kind.STRING, scalar.getValue());
        }
        if (open.contains(node)) {
            throw unusable(YamlFinding.ENDLESS_ALIAS, position(node));
        }
        if (open.size() == DEEPEST) {
            throw unusable(YamlFinding.TOO_DEEP, position(node), DEEPEST);
        }
        open.push(node);
        try {
            return node instanceof MappingNode mapping ? mapping(mapping) : sequence((SequenceNode) node);
        } finally {
            open.pop();
        }
    }

    /** Whether a value is what its tag says: {@code !!int 5} is, {@code !!int five} is not, nor is any {@code !tag}. */
    private static boolean tagFits(Node node) {
        Tag tag = node.getTag();
        if (node instanceof ScalarNode scalar) {
            return tag.equals(Tag.STR) || tag.equals(SCALARS.resolve(NodeId.scalar, scalar.getValue(), true));
        }
        return tag.equals(node instanceof MappingNode ? Tag.MAP : Tag.SEQ);
    }

    private Tree.Mapping mapping(MappingNode node) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Position keyAt = position(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key) || kind(key.getTag()) == Tree.Kind.NULL) {
                diagnostics.add(YamlFinding.NOT_A_PLAIN_KEY.at(keyAt));
                continue;
            }
            Tree.Entry first = entries.putIfAbsent(key.getValue(), new Tree.Entry(keyAt, tree(tuple.getValueNode())));
            if (first != null) {
                diagnostics.add(YamlFinding.DUPLICATE_KEY.at(keyAt, key.getValue(), first.keyAt().line()));
            }
        }
        return new Tree.Mapping(position(node), entries);
    }

    private Tree.Sequence sequence(SequenceNode node) {
        List<Tree> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            items.add(tree(item));
        }
        return new Tree.Sequence(position(node), items);
    }

    private static Tree.Kind kind(Tag tag) {
        if (tag.equals(Tag.INT)) {
            return Tree.Kind.INTEGER;
        }
        if (tag.equals(Tag.FLOAT)) {
            return Tree.Kind.NUMBER;
        }
        if (tag.equals(Tag.BOOL)) {
            return Tree.Kind.BOOLEAN;
        }
        return tag.equals(Tag.NULL) ? Tree.Kind.NULL : Tree.Kind.STRING;
    }

    private Position position(Node node) {
        int start = node.getStartMark().getIndex();
        return positions.at(start, node instanceof ScalarNode ? node.getEndMark().getIndex() : start + 1);
    }

    private Position position(Mark mark) {
        return positions.at(mark.getIndex(), mark.getIndex() + 1);
    }

    private void report(MarkedYAMLException e) {
        String problem = e.getProblem() == null ? "it cannot be read" : e.getProblem().strip();
        boolean beginning = e.getContextMark() != null && SyntaxFinding.isAboutItsBeginning(problem);
        Mark mark = beginning ? e.getContextMark() : e.getProblemMark();
        Position at = mark == null ? source.start() : position(mark);
        if (problem.contains("'\\t(TAB)'")) {
            diagnostics.add(YamlFinding.TAB.at(at));
        } else if (problem.startsWith("but found another document")) {
            diagnostics.add(YamlFinding.SEVERAL_DOCUMENTS.at(at));
        } else {
            diagnostics.add(SyntaxFinding.of(problem, at));
        }
    }

    /** SnakeYAML says that its limit of depth is passed, and of some keys that they cannot be, but not where. */
    private Diagnostic withPlace(String problem) {
        Position last = source.start();
        int depth = 0;
        try {
            Parser parser = parser(source.text());
            while (parser.peekEvent() != null) {
                Event event = parser.getEvent();
                last = position(event.getEndMark());
                if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                    return YamlFinding.TOO_DEEP.at(position(event.getStartMark()), DEEPEST);
                }
                if (event instanceof CollectionEndEvent) {
                    depth--;
                }
            }
        } catch (YAMLException sameAgain) {
            return SyntaxFinding.of(problem, last);
        }
        return SyntaxFinding.of(problem, last);
    }

    private Unusable unusable(YamlFinding finding, Position at, Object... arguments) {
        diagnostics.add(finding.at(at, arguments));
        return new Unusable();
    }

    /** Stops the walk after the finding that makes the rest of the document meaningless. */
    private static final class Unusable extends RuntimeException {

        Unusable() {
            super(null, null, false, false);
        }
    }
}
