package org.throughline.mapping.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads YAML 1.2 into a tree. A key that stands twice is a finding; size, depth and aliases are bounded, so that a hostile file
 * ends as a finding too.
 */
public final class YamlText {

    private static final int LARGEST = 2_000_000;
    private static final int MOST_NODES = 200_000;
    private static final int DEEPEST = 40;
    private static final int MOST_ALIASES = 500;
    private static final int SHORT = 50_000;
    private static final int KEPT = 300;
    private static final Map<Known, Tree> READ = new ConcurrentHashMap<>();
    private static final Set<String> UNSET = Set.of("", "~", "null", "Null", "NULL");

    private final String file;
    private final Findings findings;
    private int nodes;

    private YamlText(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** The tree of a file's text; empty where it cannot be read, with a finding that says why. */
    public static Optional<Tree> read(String file, String text, Findings findings) {
        Known known = new Known(file, text);
        Tree before = READ.get(known);
        if (before != null) {
            return Optional.of(before);
        }
        Findings own = new Findings();
        Optional<Tree> tree = new YamlText(file, own).read(text);
        own.sorted().forEach(finding -> findings.report(finding.mark(), finding.message()));
        if (own.isEmpty() && text.length() <= SHORT && READ.size() < KEPT) {
            tree.ifPresent(read -> READ.put(known, read));
        }
        return tree;
    }

    /** A file is read once to find what it refers to and once to be compiled, and code lists stand in many mappings. */
    private record Known(String file, String text) {}

    private Optional<Tree> read(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowNonScalarKeys(true)
                .setCodePointLimit(LARGEST)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                findings.report(new Mark(file, 1, 1), "The file is empty; a mapping was expected.");
            }
            return root.map(node -> tree(node, 0));
        } catch (MarkedYamlEngineException broken) {
            findings.report(
                    broken.getProblemMark().map(this::mark).orElse(new Mark(file, 1, 1)),
                    "This is not YAML: " + broken.getProblem() + begun(broken) + ".");
        } catch (YamlEngineException broken) {
            findings.report(new Mark(file, 1, 1), "This is not YAML: " + broken.getMessage() + ".");
        }
        return Optional.empty();
    }

    private String begun(MarkedYamlEngineException broken) {
        return broken.getContextMark()
                .map(this::mark)
                .map(mark -> " in what starts on line " + mark.line() + ", column " + mark.column())
                .orElse("");
    }

    private Tree tree(Node node, int depth) {
        nodes++;
        Mark mark = mark(node);
        if (nodes > MOST_NODES || depth > DEEPEST) {
            findings.report(mark, "The file is nested too deeply or repeats itself too often by aliases.");
            return new Text(mark, mark, "", true, true);
        }
        if (node instanceof MappingNode map) {
            return branch(map, depth);
        }
        if (node instanceof SequenceNode list) {
            return new Sequence(
                    mark,
                    list.getValue().stream().map(item -> tree(item, depth + 1)).toList());
        }
        return text((ScalarNode) node);
    }

    private Branch branch(MappingNode map, int depth) {
        Map<String, Branch.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple pair : map.getValue()) {
            if (!(pair.getKeyNode() instanceof ScalarNode key)) {
                findings.report(mark(pair.getKeyNode()), "A key is a text, not a map or a list.");
                continue;
            }
            Branch.Entry before = entries.get(key.getValue());
            if (before != null) {
                findings.report(
                        mark(key),
                        "The key `" + key.getValue() + "` stands twice; the first is on line "
                                + before.mark().line() + ".");
                continue;
            }
            entries.put(key.getValue(), new Branch.Entry(mark(key), tree(pair.getValueNode(), depth + 1)));
        }
        return new Branch(mark(map), entries);
    }

    private Text text(ScalarNode node) {
        Mark mark = mark(node);
        boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
        boolean quoted = node.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
                || node.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
        int length = node.getEndMark().map(end -> end.getIndex()).orElse(0)
                - node.getStartMark().map(start -> start.getIndex()).orElse(0);
        boolean counted = (plain || quoted) && length == node.getValue().length() + (quoted ? 2 : 0);
        return new Text(
                mark, quoted ? mark.plus(1) : mark, node.getValue(), plain && UNSET.contains(node.getValue()), counted);
    }

    private Mark mark(Node node) {
        return node.getStartMark().map(this::mark).orElse(new Mark(file, 1, 1));
    }

    private Mark mark(org.snakeyaml.engine.v2.exceptions.Mark mark) {
        return new Mark(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
