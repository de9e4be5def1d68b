package org.throughline.setup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.throughline.mapping.Diagnostic;

/**
 * A block of keys in a reviewed YAML file. Remembers which keys were asked for: {@link #finish} reports every other key with
 * the nearest known one. What is wrong becomes a finding at its line and column; reading goes on with a stand-in.
 */
public final class SetupNode {
    private static final int LIMIT = 1_000_000;

    private final String file;
    private final Node node;
    private final Findings findings;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private SetupNode(String file, MappingNode node, Findings findings) {
        this.file = file;
        this.node = node;
        this.findings = findings;
        node.getValue().forEach(this::enter);
    }

    /** The file's top block; empty where the text is no YAML block, which is then a finding. */
    public static Optional<SetupNode> read(String file, String text, Findings findings) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(LIMIT)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            Optional<Node> top = new Compose(settings).composeString(text);
            if (top.isPresent() && top.get() instanceof MappingNode block) {
                return Optional.of(new SetupNode(file, block, findings));
            }
            findings.add(new Diagnostic(file, 1, 1, "The file holds no keys. Write it as lines of key: value."));
        } catch (MarkedYamlEngineException broken) {
            findings.add(at(file, broken.getProblemMark(), "The text is not YAML here: " + broken.getProblem() + "."));
        } catch (YamlEngineException broken) {
            findings.add(new Diagnostic(file, 1, 1, "The text is not YAML, or breaks a limit of size or depth."));
        }
        return Optional.empty();
    }

    private void enter(NodeTuple tuple) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            find(tuple.getKeyNode(), "A key is one word.");
        } else if (entries.putIfAbsent(key.getValue(), tuple) != null) {
            find(key, "The key " + key.getValue() + " stands here twice. Keep one of them.");
        }
    }

    /** The keys as written. */
    public Set<String> keys() {
        asked.addAll(entries.keySet());
        return entries.keySet();
    }

    /** The text of a key, if it is there and not empty. */
    public Optional<String> text(String key) {
        return value(key).flatMap(value -> scalar(key, value));
    }

    /** The text of a key that must be there; empty text and a finding where it is not. */
    public String required(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty() && value(key).map(ScalarNode.class::isInstance).orElse(true)) {
            missing(key);
        }
        return text.orElse("");
    }

    private void missing(String key) {
        findings.add(at(file, node.getStartMark(), "The key " + key + " is missing. Add it."));
    }

    /** The text of a key, turned into something else; a finding that says what was expected where that fails. */
    public <T> Optional<T> parsed(String key, Function<String, T> parser, String expected) {
        return text(key).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (RuntimeException unfit) {
                find(key, "The value of " + key + " is not " + expected + ".");
                return Optional.empty();
            }
        });
    }

    /** Like {@link #parsed} for a key that must be there; the stand-in where it is not. */
    public <T> T requiredParsed(String key, Function<String, T> parser, String expected, T standIn) {
        required(key);
        return parsed(key, parser, expected).orElse(standIn);
    }

    /** One of these words; a finding with the nearest word otherwise. */
    public Optional<String> word(String key, List<String> words) {
        return text(key).flatMap(word -> {
            if (words.contains(word)) {
                return Optional.of(word);
            }
            find(
                    key,
                    "The value " + word + " of " + key + " is not known; the words are " + String.join(", ", words)
                            + "." + NearestName.question(words, word));
            return Optional.empty();
        });
    }

    /** One of these words, which must be there; the first word stands in. */
    public String requiredWord(String key, List<String> words) {
        required(key);
        return word(key, words).orElse(words.get(0));
    }

    /** The texts of a list; a single text is a list of one. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            scalar(key, item).ifPresent(texts::add);
        }
        return texts;
    }

    /** The block below a key. */
    public Optional<SetupNode> section(String key) {
        return value(key).flatMap(value -> block(key, value));
    }

    /** The blocks of a list. */
    public List<SetupNode> sections(String key) {
        List<SetupNode> sections = new ArrayList<>();
        for (Node item : items(key)) {
            block(key, item).ifPresent(sections::add);
        }
        return sections;
    }

    /** Reports every key that nobody asked for. */
    public void finish() {
        for (Map.Entry<String, NodeTuple> entry : entries.entrySet()) {
            if (!asked.contains(entry.getKey())) {
                String known = asked.isEmpty() ? "" : " Known here: " + String.join(", ", asked) + ".";
                find(
                        entry.getValue().getKeyNode(),
                        "The key " + entry.getKey() + " is not known." + NearestName.question(asked, entry.getKey())
                                + known);
            }
        }
    }

    /** Adds a finding at the value of a key, or at the block where the key is not there. */
    public void find(String key, String message) {
        find(value(key).orElse(node), message);
    }

    /** Adds a finding at an item of a key's list. */
    public void findItem(String key, String item, String message) {
        Node place = items(key).stream()
                .filter(candidate -> candidate instanceof ScalarNode scalar
                        && scalar.getValue().equals(item))
                .findFirst()
                .orElse(node);
        find(place, message);
    }

    /** Reports a name that is not among the known ones, with the nearest. */
    public void mustBeAmong(String key, Collection<String> known, String name, String what) {
        if (!name.isEmpty() && !known.contains(name)) {
            findItem(key, name, "There is no " + what + " " + name + "." + NearestName.question(known, name));
        }
    }

    private Optional<Node> value(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
    }

    private List<Node> items(String key) {
        Optional<Node> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        return value.get() instanceof SequenceNode list ? list.getValue() : List.of(value.get());
    }

    private Optional<String> scalar(String key, Node value) {
        if (!(value instanceof ScalarNode scalar)) {
            find(value, "The value of " + key + " is one text, not a block or a list.");
            return Optional.empty();
        }
        String text = scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue().strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private Optional<SetupNode> block(String key, Node value) {
        if (value instanceof MappingNode block) {
            return Optional.of(new SetupNode(file, block, findings));
        }
        find(value, "The value of " + key + " is a block of keys.");
        return Optional.empty();
    }

    private void find(Node place, String message) {
        findings.add(at(file, place.getStartMark(), message));
    }

    private static Diagnostic at(String file, Optional<Mark> mark, String message) {
        return new Diagnostic(
                file,
                mark.map(Mark::getLine).orElse(0) + 1,
                mark.map(Mark::getColumn).orElse(0) + 1,
                message);
    }
}
