package org.throughline.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.canonical.CanonicalKey;

/**
 * How a record's own key, or the key of another record that it refers to, comes from the source.
 *
 * @param fields the fields it uses
 */
record KeyRule(List<KeyPart> parts, List<SourceField> fields) {

    KeyRule {
        parts = List.copyOf(parts);
        fields = List.copyOf(fields);
    }

    KeyRule(List<KeyPart> parts) {
        this(
                parts,
                parts.stream()
                        .map(KeyPart::named)
                        .flatMap(Optional::stream)
                        .map(Named::field)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** The key, or null where a part is missing. */
    String text(Row row) {
        return row.key(this);
    }

    /** The key, worked out. */
    String joined(Row row) {
        if (parts.size() == 1) {
            String text = parts.get(0).text(row);
            return text == null ? null : CanonicalKey.join(List.of(text));
        }
        List<String> texts = new ArrayList<>(parts.size());
        for (KeyPart part : parts) {
            String text = part.text(row);
            if (text == null) {
                return null;
            }
            texts.add(text);
        }
        return CanonicalKey.join(texts);
    }

    /** The key for a record that is held, from raw cells where they cannot be read; empty text where there is nothing at all. */
    String asFarAsReadable(Row row) {
        List<String> texts = new ArrayList<>(parts.size());
        for (KeyPart part : parts) {
            String text = part.asFarAsReadable(row);
            if (text.isEmpty()) {
                return "";
            }
            texts.add(text);
        }
        return CanonicalKey.join(texts);
    }
}
