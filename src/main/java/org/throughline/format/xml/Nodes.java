package org.throughline.format.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * The paths of one input: those that the mapping names, and those that stand in it. The first pass fills them, the second
 * finds its columns in them. They are bounded, since a hostile input has a new name in every element.
 */
final class Nodes {
    static final int LIMIT = 10_000;
    static final int CHARACTER_LIMIT = 4_000_000;

    private static final String UP = "../";

    private final List<Node> roots = new ArrayList<>();
    private final Set<String> agreed;
    private final String member;
    private int count;
    private long characters;

    /**
     * Begins with the paths that the mapping names.
     *
     * @param depth elements around a record
     */
    Nodes(int depth, Set<String> agreed, String member) {
        this.agreed = Set.copyOf(agreed);
        this.member = member;
        for (int level = 0; level < depth; level++) {
            String prefix = UP.repeat(depth - level);
            roots.add(new Node(prefix, prefix + "."));
        }
        roots.add(new Node("", "."));
        agreed.forEach(this::agree);
    }

    private void agree(String text) {
        XmlPath path = XmlPath.of(text);
        if (path.up() >= roots.size()) {
            return;
        }
        Node node = roots.get(roots.size() - 1 - path.up());
        for (XmlPath.Step step : path.steps()) {
            node.lead();
            node = known(node, step);
        }
        if (path.attribute().isEmpty()) {
            node.agree();
            return;
        }
        Node parent = node;
        node.attribute(path.attribute())
                .orElseGet(() -> added(parent, path.attribute()))
                .agree();
    }

    private static Node added(Node parent, String attribute) {
        Node child = parent.newAttribute(attribute);
        parent.addAttribute(attribute, child);
        return child;
    }

    private static Node known(Node node, XmlPath.Step step) {
        for (int nth = 1; nth <= step.nth(); nth++) {
            if (node.element(step.name(), nth).isEmpty()) {
                node.addElement(step.name(), node.newElement(new XmlPath.Step(step.name(), nth)));
            }
        }
        return node.element(step.name(), step.nth()).orElseThrow();
    }

    /** Where the paths of elements at this level begin. */
    Node root(int level) {
        return roots.get(level);
    }

    Node element(Node node, String name, int nth) throws UnreadableException {
        Optional<Node> known = node.element(name, nth);
        if (known.isPresent()) {
            return known.get();
        }
        Node child = node.newElement(new XmlPath.Step(name, nth));
        count(child);
        node.addElement(name, child);
        return child;
    }

    Node attribute(Node node, String name) throws UnreadableException {
        Optional<Node> known = node.attribute(name);
        if (known.isPresent()) {
            return known.get();
        }
        Node child = node.newAttribute(name);
        count(child);
        node.addAttribute(name, child);
        return child;
    }

    private void count(Node child) throws UnreadableException {
        count++;
        characters += child.column().length();
        if (count > LIMIT || characters > CHARACTER_LIMIT) {
            String fact = String.format("There are more than %,d different paths, or they are too long.", LIMIT);
            throw new UnreadableException(Problem.of(ProblemCode.COLUMNS_TOO_MANY, Place.member(member), fact));
        }
    }

    /**
     * Gives every path that was seen a column, in order. An element that was only ever empty is none where one with content
     * stands in its stead. Where no record was seen, nothing is missing: the columns are those agreed.
     */
    List<String> columns() {
        if (!isSeenWithin(roots.get(roots.size() - 1))) {
            return agreed.stream().sorted().toList();
        }
        Map<String, Node> seen = new TreeMap<>();
        roots.forEach(root -> collect(root, seen));
        int position = 0;
        for (Node node : seen.values()) {
            node.standAt(position++);
        }
        return List.copyOf(seen.keySet());
    }

    /** A path agreed whose value stood after records to which it belongs, among those of these levels. */
    Optional<String> late(IntPredicate levels) {
        return agreed.stream().sorted().filter(path -> isLate(path, levels)).findFirst();
    }

    private boolean isLate(String text, IntPredicate levels) {
        XmlPath path = XmlPath.of(text);
        int level = roots.size() - 1 - path.up();
        if (path.up() == 0 || level < 0 || !levels.test(level)) {
            return false;
        }
        Node node = roots.get(level);
        for (XmlPath.Step step : path.steps()) {
            node = known(node, step);
        }
        Node element = node;
        return path.attribute().isEmpty()
                ? element.isLate()
                : element.attribute(path.attribute()).filter(Node::isLate).isPresent();
    }

    private static boolean isSeenWithin(Node node) {
        return node.isSeen()
                || node.isSeenEmpty()
                || node.attributes().stream().anyMatch(Node::isSeen)
                || node.elements().stream().anyMatch(Nodes::isSeenWithin);
    }

    private static void collect(Node node, Map<String, Node> seen) {
        boolean inside = node.leadsOn() || node.elements().stream().anyMatch(Nodes::isSeenWithin);
        if (node.isSeen() || node.isSeenEmpty() && !inside) {
            seen.put(node.column(), node);
        }
        node.attributes().stream().filter(Node::isSeen).forEach(attribute -> seen.put(attribute.column(), attribute));
        node.elements().forEach(child -> collect(child, seen));
    }
}
