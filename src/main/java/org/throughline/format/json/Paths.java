package org.throughline.format.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * The paths of one input: those that the mapping names, and those that stand in it. The first pass fills them, the second
 * finds its columns in them. They are bounded, since a hostile input has a new path in every object.
 */
final class Paths {
    static final int LIMIT = 10_000;
    static final int CHARACTER_LIMIT = 4_000_000;

    private static final String UP = "^.";

    private final List<PathNode> roots = new ArrayList<>();
    private final Set<String> agreed;
    private final String member;
    private int count;
    private long characters;
    private long visits;
    private boolean recordSeen;

    /**
     * Begins with the paths that the mapping names.
     *
     * @param depth objects around a record
     */
    Paths(int depth, Set<String> agreed, String member) {
        this.agreed = Set.copyOf(agreed);
        this.member = member;
        for (int level = 0; level <= depth; level++) {
            roots.add(new PathNode(UP.repeat(depth - level)));
        }
        agreed.forEach(this::agree);
    }

    private void agree(String text) {
        JsonPath path = JsonPath.of(text);
        if (path.up() >= roots.size()) {
            return;
        }
        PathNode node = roots.get(roots.size() - 1 - path.up());
        for (JsonPath.Step step : path.steps()) {
            node.lead();
            node = step(node, step);
        }
        node.agree();
    }

    private static PathNode step(PathNode node, JsonPath.Step step) {
        if (step instanceof JsonPath.Name name) {
            return node.known(name.name()).orElseGet(() -> add(node, name.name()));
        }
        if (step instanceof JsonPath.Position position) {
            for (int index = 0; index <= position.index(); index++) {
                if (node.known(index).isEmpty()) {
                    node.append(new PathNode(node.path() + "[" + index + "]"));
                }
            }
            return node.known(position.index()).orElseThrow();
        }
        if (node.every().isEmpty()) {
            node.join(new PathNode(node.path() + "[*]"));
        }
        return node.every().orElseThrow();
    }

    /** Where the paths of objects at this level begin. */
    PathNode root(int level) {
        recordSeen |= level == roots.size() - 1;
        return roots.get(level);
    }

    /** A number for one more object: a path that is passed twice under it stands twice in the object. */
    long visit() {
        return ++visits;
    }

    PathNode under(PathNode node, String name) throws UnreadableException {
        var known = node.known(name);
        if (known.isPresent()) {
            return known.get();
        }
        PathNode child = new PathNode(path(node, name));
        count(child);
        node.put(name, child);
        return child;
    }

    private static PathNode add(PathNode node, String name) {
        PathNode child = new PathNode(path(node, name));
        node.put(name, child);
        return child;
    }

    private static String path(PathNode node, String name) {
        String written = JsonPath.written(name);
        boolean first = node.path().isEmpty() || node.path().endsWith(UP) || written.startsWith("[");
        return node.path() + (first ? "" : ".") + written;
    }

    PathNode element(PathNode node, int index) throws UnreadableException {
        var known = node.known(index);
        if (known.isPresent()) {
            return known.get();
        }
        PathNode child = new PathNode(node.path() + "[" + index + "]");
        count(child);
        node.append(child);
        return child;
    }

    private void count(PathNode child) throws UnreadableException {
        count++;
        characters += child.path().length();
        if (count > LIMIT || characters > CHARACTER_LIMIT) {
            String fact = String.format("There are more than %,d different paths, or they are too long.", LIMIT);
            throw new UnreadableException(Problem.of(ProblemCode.COLUMNS_TOO_MANY, Place.member(member), fact));
        }
    }

    /**
     * Gives every path that was seen a column, in order. A path that was only ever null is none where a longer one stands in
     * its stead. Where no record was seen, nothing is missing: the columns are those agreed.
     */
    List<String> columns() {
        TreeMap<String, PathNode> seen = new TreeMap<>();
        roots.forEach(root -> collect(root, seen));
        if (!recordSeen) {
            return agreed.stream().sorted().toList();
        }
        int column = 0;
        for (PathNode node : seen.values()) {
            node.standAt(column++);
        }
        return List.copyOf(seen.keySet());
    }

    private static boolean isSeenBelow(PathNode node) {
        return node.isSeen() || node.isSeenEmpty() || node.below().stream().anyMatch(Paths::isSeenBelow);
    }

    private static void collect(PathNode node, TreeMap<String, PathNode> seen) {
        boolean longer = node.leadsOn() || node.below().stream().anyMatch(Paths::isSeenBelow);
        if (node.isSeen() || node.isSeenEmpty() && !longer) {
            seen.put(node.path(), node);
        }
        node.below().forEach(child -> collect(child, seen));
    }
}
