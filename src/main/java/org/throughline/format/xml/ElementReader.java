package org.throughline.format.xml;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.throughline.problem.ProblemCode;

/** Reads an element with all that is in it. What is wrong inside is the element's fault, and reading goes on after it. */
final class ElementReader {
    static final int FIELD_LIMIT = 1_000_000;

    private final Events events;
    private final Nodes nodes;

    ElementReader(Events events, Nodes nodes) {
        this.events = events;
        this.nodes = nodes;
    }

    /** Reads the element that begins here, up to its end. */
    void element(Values values, Node node) throws IOException {
        spend(values, 0);
        attributes(values, node);
        StringBuilder text = new StringBuilder();
        Map<String, Integer> counts = new HashMap<>();
        for (int event = events.next(); event != XMLStreamConstants.END_ELEMENT; event = events.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                inside(values, node, counts);
            } else {
                append(values, node, text);
            }
        }
        end(values, node, text, !counts.isEmpty());
    }

    private void inside(Values values, Node node, Map<String, Integer> counts) throws IOException {
        int nth = counts.merge(events.name(), 1, Integer::sum);
        if (node.isAgreed()) {
            values.note(fault(node, "elements stand, where a single text is agreed."));
            skip();
            return;
        }
        element(values, nodes.element(node, events.name(), nth));
    }

    private void skip() throws IOException {
        int open = 1;
        while (open > 0) {
            int event = events.next();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
            open -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        }
    }

    private void append(Values values, Node node, StringBuilder text) throws IOException {
        String part = events.text();
        if (text.length() + part.length() > FIELD_LIMIT) {
            String fact = String.format("The text at `%s` has more than %,d characters.", node.column(), FIELD_LIMIT);
            values.note(new Values.Fault(ProblemCode.FIELD_TOO_LONG, node.column(), events.line(), fact));
            return;
        }
        spend(values, part.length());
        text.append(part);
    }

    private void end(Values values, Node node, StringBuilder text, boolean elements) {
        boolean blank = isBlank(text);
        if (elements && !blank) {
            values.note(fault(node, "text stands beside elements, so that neither is a value."));
        } else if (!elements && !blank && node.leadsOn()) {
            values.note(fault(node, "text stands, where elements are agreed."));
        } else if (!elements) {
            node.see(blank);
            keep(values, node, blank ? "" : text.toString());
        }
    }

    private static boolean isBlank(StringBuilder text) {
        return text.chars().allMatch(letter -> letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r');
    }

    /** Reads the attributes of the element that begins here. */
    void attributes(Values values, Node node) throws IOException {
        for (int index = 0; index < events.attributes(); index++) {
            if (!events.isSchemaAttribute(index)) {
                Node attribute = nodes.attribute(node, events.attributeName(index));
                String text = events.attributeText(index);
                spend(values, text.length());
                attribute.see(false);
                keep(values, attribute, text);
            }
        }
    }

    private void keep(Values values, Node node, String text) {
        boolean control =
                text.chars().anyMatch(letter -> letter < ' ' && letter != '\n' && letter != '\t' && letter != '\r');
        if (control) {
            String fact = "A control character stands in the value at `" + node.column() + "`.";
            values.note(new Values.Fault(ProblemCode.CONTROL_CHARACTER, node.column(), events.line(), fact));
        }
        values.add(node, text);
    }

    private void spend(Values values, int characters) throws IOException {
        if (!values.spend(characters)) {
            throw events.stop(
                    ProblemCode.FIELD_TOO_LONG,
                    String.format(
                            "The element that begins on line %d has more than %,d characters.",
                            values.line(), Values.LIMIT));
        }
    }

    private Values.Fault fault(Node node, String words) {
        String fact = "At `" + node.column() + "` " + words;
        return new Values.Fault(ProblemCode.KIND_DIFFERS, node.column(), events.line(), fact);
    }
}
