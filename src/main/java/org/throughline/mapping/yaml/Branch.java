package org.throughline.mapping.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A map in the order of its file. */
public record Branch(Mark mark, Map<String, Entry> entries) implements Tree {

    /** A key with its place and its value. */
    public record Entry(Mark mark, Tree value) {}

    public Branch {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The value of a key; empty where the key is absent. */
    public Optional<Tree> value(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }
}
