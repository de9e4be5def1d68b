package org.throughline.format.xml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One path in the elements of one input, and what is known of it: what is agreed, what was seen, which column it is. */
final class Node {
    static final int NO_COLUMN = -1;

    private final String prefix;
    private final String column;
    private final Map<String, List<Node>> elements = new HashMap<>();
    private final Map<String, Node> attributes = new HashMap<>();
    private boolean agreed;
    private boolean leads;
    private boolean seen;
    private boolean seenEmpty;
    private boolean late;
    private int position = NO_COLUMN;

    /**
     * A path.
     *
     * @param prefix what stands before the name of an element or attribute inside
     * @param column as the column is called
     */
    Node(String prefix, String column) {
        this.prefix = prefix;
        this.column = column;
    }

    String column() {
        return column;
    }

    Optional<Node> element(String name, int nth) {
        List<Node> sameName = elements.getOrDefault(name, List.of());
        return nth <= sameName.size() ? Optional.of(sameName.get(nth - 1)) : Optional.empty();
    }

    Optional<Node> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** The path of an element inside that is not known yet. */
    Node newElement(XmlPath.Step step) {
        String path = prefix + step.written();
        return new Node(path + "/", path);
    }

    Node newAttribute(String name) {
        return new Node("", prefix + "@" + name);
    }

    /** Takes in the next element of its name. */
    void addElement(String name, Node child) {
        elements.computeIfAbsent(name, any -> new ArrayList<>()).add(child);
    }

    void addAttribute(String name, Node child) {
        attributes.put(name, child);
    }

    /** The elements inside. */
    Collection<Node> elements() {
        return elements.values().stream().flatMap(List::stream).toList();
    }

    Collection<Node> attributes() {
        return attributes.values();
    }

    void agree() {
        agreed = true;
    }

    void lead() {
        leads = true;
    }

    boolean isAgreed() {
        return agreed;
    }

    /** True where the mapping names elements inside, so that no text must stand there. */
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

    boolean isSeenEmpty() {
        return seenEmpty && !seen;
    }

    /** Says that the value stood after a record to which it belongs. */
    void comeLate() {
        late = true;
    }

    boolean isLate() {
        return late;
    }

    int position() {
        return position;
    }

    void standAt(int newPosition) {
        position = newPosition;
    }
}
