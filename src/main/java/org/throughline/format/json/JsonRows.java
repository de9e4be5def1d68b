package org.throughline.format.json;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the records stand in a document: {@code data.items[*]}, {@code clients[*].enrollments[*]}, or nothing where the
 * elements of the array, or the one object, are the records.
 */
public final class JsonRows {
    private static final String WANTED =
            "; the rows are written as data.items[*] or clients[*].enrollments[*], and begin at the document's start.";

    private final String text;
    private final List<Segment> segments;

    private JsonRows(String text, List<Segment> segments) {
        this.text = text;
        this.segments = List.copyOf(segments);
    }

    /**
     * The way from one object down to the objects that are next.
     *
     * @param names to follow from object to object
     * @param every true where an array stands at the end, each of whose elements counts
     */
    record Segment(List<String> names, boolean every) {
        Segment {
            names = List.copyOf(names);
        }
    }

    /** The records stand where the format has them by itself. */
    public static JsonRows top() {
        return new JsonRows("", List.of());
    }

    /**
     * The records stand at this path.
     *
     * @throws IllegalArgumentException with a full sentence where the text is no path of rows
     */
    public static JsonRows at(String text) {
        JsonPath path = JsonPath.of(text);
        List<Segment> segments = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (JsonPath.Step step : path.steps()) {
            if (step instanceof JsonPath.Name name) {
                names.add(name.name());
            } else if (step instanceof JsonPath.Every && (!names.isEmpty() || segments.isEmpty())) {
                segments.add(new Segment(names, true));
                names.clear();
            } else {
                throw new IllegalArgumentException("`" + text + "` does not say where rows stand" + WANTED);
            }
        }
        if (path.up() > 0) {
            throw new IllegalArgumentException("`" + text + "` does not say where rows stand" + WANTED);
        }
        if (!names.isEmpty()) {
            segments.add(new Segment(names, false));
        }
        return new JsonRows(text, segments);
    }

    /** The elements of the array that is the whole document. */
    static JsonRows topArray() {
        return new JsonRows("[*]", List.of(new Segment(List.of(), true)));
    }

    boolean isTop() {
        return segments.isEmpty();
    }

    /** Objects around a record, the document included. */
    int depth() {
        return segments.size();
    }

    /** The way down from the object at this level. */
    Segment below(int level) {
        return segments.get(level);
    }

    /** As the mapping writes it. */
    @Override
    public String toString() {
        return text;
    }
}
