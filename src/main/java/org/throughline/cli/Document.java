package org.throughline.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A JSON object in the making; its keys keep their order. */
final class Document {
    private final Map<String, Object> entries = new LinkedHashMap<>();

    /** A document with one entry. */
    static Document of(String key, Object value) {
        return new Document().with(key, value);
    }

    Document with(String key, Object value) {
        entries.put(key, value);
        return this;
    }

    /** Leaves the key out where there is no value. */
    Document with(String key, Optional<?> value) {
        value.ifPresent(known -> entries.put(key, known));
        return this;
    }

    Map<String, Object> map() {
        return entries;
    }
}
