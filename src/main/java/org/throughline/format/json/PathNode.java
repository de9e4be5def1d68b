package org.throughline.format.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One path in the objects of one input, and what is known of it: what is agreed, what was seen, which column it is. */
final class PathNode {
    static final int NO_COLUMN = -1;

    private final String path;
    private final Map<String, PathNode> names = new HashMap<>();
    private final List<PathNode> elements = new ArrayList<>();
    private PathNode every;
    private boolean agreed;
    private boolean leads;
    private boolean seen;
    private boolean seenEmpty;
    private long visited;
    private int column = NO_COLUMN;

    PathNode(String path) {
        this.path = path;
    }

    /** As a column is called. */
    String path() {
        return path;
    }

    Optional<PathNode> known(String name) {
        return Optional.ofNullable(names.get(name));
    }

    Optional<PathNode> known(int index) {
        return index < elements.size() ? Optional.of(elements.get(index)) : Optional.empty();
    }

    /** The column that joins the elements, where the mapping names it. */
    Optional<PathNode> every() {
        return Optional.ofNullable(every);
    }

    void put(String name, PathNode child) {
        names.put(name, child);
    }

    void append(PathNode child) {
        elements.add(child);
    }

    void join(PathNode child) {
        every = child;
    }

    /** The nodes below, however they are reached. */
    Collection<PathNode> below() {
        List<PathNode> below = new ArrayList<>(names.values());
        below.addAll(elements);
        every().ifPresent(below::add);
        return below;
    }

    void agree() {
        agreed = true;
    }

    /** A path that is agreed leads on from here. */
    void lead() {
        leads = true;
    }

    /** True where the mapping names the path, so that one value must stand there. */
    boolean isAgreed() {
        return agreed;
    }

    /** True where the mapping names paths below, so that one value must not stand there. */
    boolean leadsOn() {
        return leads && !agreed;
    }

    void see(boolean empty) {
        seen |= !empty;
        seenEmpty |= empty;
    }

    boolean isSeen() {
        return seen;
    }

    /** True where nothing but null was seen. */
    boolean isSeenEmpty() {
        return seenEmpty && !seen;
    }

    /** Marks the path as passed in the object with this number; false where it was passed already. */
    boolean visit(long number) {
        boolean first = visited != number;
        visited = number;
        return first;
    }

    int column() {
        return column;
    }

    void standAt(int newColumn) {
        column = newColumn;
    }
}
