package org.throughline.format.xml;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.throughline.problem.ProblemCode;

/** Walks one document and gives the elements that are records, one after the other, and what stands around them. */
final class RowElements implements Closeable {
    private final Events events;
    private final Nodes nodes;
    private final XmlRows rows;
    private final ElementReader reader;
    private final List<Around> open = new ArrayList<>();
    private final Map<Integer, Around> last = new HashMap<>();
    private boolean found;
    private boolean done;

    RowElements(Events events, Nodes nodes, XmlRows rows) {
        this.events = events;
        this.nodes = nodes;
        this.rows = rows;
        this.reader = new ElementReader(events, nodes);
    }

    /** An element on the way to the records, with its own values so far. */
    static final class Around {
        private final int number;
        private final Values values;
        private final Map<String, Integer> counts = new HashMap<>();
        private boolean hasRows;

        Around(int number, Values values) {
            this.number = number;
            this.values = values;
        }

        /** How many elements there have been at this place, this one included. */
        int number() {
            return number;
        }

        List<Values.Value> values() {
            return values.all();
        }
    }

    /** The next record, or empty at the end of the document. */
    Optional<Values> next() throws IOException {
        Optional<Values> next = Optional.empty();
        while (!done && next.isEmpty()) {
            int event = events.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                next = start();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.remove(open.size() - 1);
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                end();
            } else {
                text();
            }
        }
        return next;
    }

    private Optional<Values> start() throws IOException {
        int level = open.size();
        boolean onTheWay = events.name().equals(rows.steps().get(level));
        if (onTheWay && level == rows.depth()) {
            found = true;
            open.forEach(around -> around.hasRows = true);
            Values row = new Values(events.line());
            reader.element(row, nodes.root(level));
            return Optional.of(row);
        }
        if (onTheWay) {
            Around before = last.get(level);
            Around around = new Around(before == null ? 1 : before.number() + 1, new Values(events.line()));
            open.add(around);
            last.put(level, around);
            reader.attributes(around.values, nodes.root(level));
            check(around);
        } else if (level == 0) {
            throw events.stop(
                    ProblemCode.ROWS_MISSING,
                    "The document is no `" + rows.steps().get(0) + "`, as the rows, `" + rows + "`, have it.");
        } else {
            beside(open.get(level - 1), nodes.root(level - 1));
        }
        return Optional.empty();
    }

    /** Reads an element that stands beside the way. */
    private void beside(Around around, Node parent) throws IOException {
        int before = around.values.all().size();
        int nth = around.counts.merge(events.name(), 1, Integer::sum);
        reader.element(around.values, nodes.element(parent, events.name(), nth));
        check(around);
        if (around.hasRows) {
            List<Values.Value> all = around.values.all();
            all.subList(before, all.size()).forEach(value -> value.node().comeLate());
        }
    }

    private void text() throws IOException {
        if (!open.isEmpty() && !events.text().isBlank()) {
            throw events.stop(
                    ProblemCode.KIND_DIFFERS, "Text stands beside elements on the way to the rows, `" + rows + "`.");
        }
    }

    private void check(Around around) throws IOException {
        Optional<Values.Fault> fault = around.values.fault();
        if (fault.isPresent()) {
            throw events.stop(fault.get().code(), fault.get().fact());
        }
    }

    private void end() throws IOException {
        done = true;
        if (!found) {
            throw events.stop(ProblemCode.ROWS_MISSING, "The rows, `" + rows + "`, are not in the document.");
        }
    }

    /** The elements around the record that was given last, from the document's own inwards. */
    List<Around> around() {
        return List.copyOf(open);
    }

    /** The last element at each level on the way. */
    Map<Integer, Around> last() {
        return Map.copyOf(last);
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
