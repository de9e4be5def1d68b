package org.throughline.format.hl7;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.ByteSource;
import org.throughline.format.RecordFormat;
import org.throughline.format.RecordReader;

/**
 * How the messages of some types become rows: one row for each message, or for each segment of one name.
 *
 * @param types types and events taken, such as {@code ADT^A01}; others are passed over
 * @param columns the columns of the mapping, by the name it gives them, with the addresses at which each is looked for: the
 *     first value that is not empty counts; every message has all columns, if only empty
 * @param each name of the segment that begins a row; what stands before the first belongs to all rows of the message
 */
public record Hl7Format(
        Hl7Setting setting, Set<String> types, Map<String, List<FieldAddress>> columns, Optional<String> each)
        implements RecordFormat {

    public Hl7Format {
        types = Set.copyOf(types);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    @Override
    public RecordReader open(ByteSource source, String member) throws IOException {
        return Hl7Reader.open(source, member, this);
    }

    boolean takes(Unit.RawMessage message) {
        return MessageType.of(message.header()).filter(types::contains).isPresent();
    }
}
