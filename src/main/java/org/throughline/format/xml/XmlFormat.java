package org.throughline.format.xml;

import java.io.IOException;
import java.util.Set;
import org.throughline.format.ByteSource;
import org.throughline.format.RecordFormat;
import org.throughline.format.RecordReader;

/**
 * XML as one sender writes it.
 *
 * @param rows which elements are the records
 * @param agreed the paths that the mapping names
 */
public record XmlFormat(XmlRows rows, Set<String> agreed) implements RecordFormat {

    public XmlFormat {
        agreed = Set.copyOf(agreed);
    }

    /**
     * Holds a path against the way in which a mapping names values.
     *
     * @throws IllegalArgumentException with a full sentence where the text is no path
     */
    public static void checkPath(String text) {
        XmlPath.of(text);
    }

    @Override
    public RecordReader open(ByteSource source, String member) throws IOException {
        return XmlReader.open(source, member, this);
    }

    RowElements elements(ByteSource source, String member, Nodes nodes) throws IOException {
        return new RowElements(Events.open(source, member), nodes, rows);
    }
}
