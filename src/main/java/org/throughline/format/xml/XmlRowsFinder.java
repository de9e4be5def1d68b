package org.throughline.format.xml;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.throughline.format.ByteSource;

/** Finds which elements of one document are probably its records, for whoever has no mapping of it yet. */
public final class XmlRowsFinder {
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Set<String> parents = new LinkedHashSet<>();
    private final Deque<String> path = new ArrayDeque<>();

    private XmlRowsFinder() {}

    /** The shortest path of elements that stand more than once and hold others, such as {@code /Export/Clients/Client}. */
    public static Optional<String> rows(ByteSource source, String member) throws IOException {
        XmlRowsFinder finder = new XmlRowsFinder();
        try (Events events = Events.open(source, member)) {
            finder.walk(events);
        }
        return finder.counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1 && finder.parents.contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .min(Comparator.comparingLong(
                        way -> way.chars().filter(letter -> letter == '/').count()));
    }

    private void walk(Events events) throws IOException {
        int event = events.next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String around = path.isEmpty() ? "" : path.peek();
                parents.add(around);
                path.push(around + "/" + events.name());
                counts.merge(path.peek(), 1L, Long::sum);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                path.pop();
            }
            event = events.next();
        }
    }
}
