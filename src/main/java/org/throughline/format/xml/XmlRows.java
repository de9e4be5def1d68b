package org.throughline.format.xml;

import java.util.List;

/**
 * Where the records stand in a document: {@code /Root/Clients/Client}, by local names.
 *
 * @param steps names of the elements from the document's own down to the record
 */
public record XmlRows(List<String> steps) {

    public XmlRows {
        steps = List.copyOf(steps);
    }

    /**
     * The records are the elements at this path.
     *
     * @throws IllegalArgumentException with a full sentence where the text is no path of rows
     */
    public static XmlRows at(String text) {
        List<String> parts = List.of(text.split("/", -1));
        List<String> steps = parts.subList(1, parts.size());
        if (!parts.get(0).isEmpty() || steps.isEmpty() || !steps.stream().allMatch(XmlPath::isName)) {
            throw new IllegalArgumentException("`" + text
                    + "` does not say where rows stand; the rows are written as /Export/Clients/Client, with local"
                    + " names, from the document's own element on.");
        }
        return new XmlRows(steps);
    }

    /** Elements around a record. */
    int depth() {
        return steps.size() - 1;
    }

    /** As the mapping writes it. */
    @Override
    public String toString() {
        return "/" + String.join("/", steps);
    }
}
