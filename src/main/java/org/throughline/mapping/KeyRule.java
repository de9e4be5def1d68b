package org.throughline.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.canonical.CanonicalKey;

/**
 * How a record's own key, or the key of another record that it refers to, comes from the source.
 *
 * @param fields the fields it uses
 * @param place its number among the different keys of its file, from 0
 */
record KeyRule(List<KeyPart> parts, List<SourceField> fields, int place) {

    KeyRule {
        parts = List.copyOf(parts);
        fields = List.copyOf(fields);
    }

    KeyRule(List<KeyPart> parts, int place) {
        this(
                parts,
                parts.stream()
                        .map(KeyPart::named)
                        .flatMap(Optional::stream)
                        .map(Named::field)
                        .flatMap(Optional::stream)
                        .toList(),
                place);
    }

    /** The key, or null where a part is missing. */
    String text(Row row) {
        return row.key(this);
    }

    /** The key, worked out. */
    String joined(Row row) {
        String[] texts = new String[parts.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = parts.get(i).inKey(row);
            if (texts[i] == null) {
                return null;
            }
        }
        return switch (texts.length) {
            case 1 -> texts[0];
            case 2 -> texts[0] + CanonicalKey.BETWEEN + texts[1];
            default -> String.join(CanonicalKey.BETWEEN, texts);
        };
    }

    /** The key for a record that is held, from raw cells where they cannot be read; empty text where there is nothing at all. */
    String asFarAsReadable(Row row) {
        if (!row.anyBroken(fields, false)) {
            String key = text(row);
            return key == null ? "" : key;
        }
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
