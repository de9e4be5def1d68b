package org.throughline.mapping;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about a submission as a whole while its records are mapped, by dotted name: {@code file.name},
 * {@code file.<capture>}, {@code received.on}, {@code period.from}, {@code period.to}, {@code control.<field>}. Values are
 * strings, longs, decimals, booleans or local dates.
 */
public final class Facts {

    private final Map<String, Object> values;
    private final Map<String, String> inKeys = new HashMap<>();

    public Facts(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        values.forEach((name, value) -> KeyPart.written(value).ifPresent(text -> inKeys.put(name, text)));
    }

    /** All, by name. */
    public Map<String, Object> values() {
        return values;
    }

    /** The fact as it stands in a key, or null where it is missing; the same in every record of a file. */
    String inKey(String name) {
        return inKeys.get(name);
    }

    /** The fact of this name. */
    public Optional<Object> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The day of the file: the first of its period, else that of its arrival; empty where neither is known. */
    public Optional<LocalDate> day() {
        Object from = values.get("period.from");
        return Optional.ofNullable((LocalDate) (from == null ? values.get("received.on") : from));
    }

    /** These facts and one more. */
    public Facts with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Facts(more);
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "Facts" + values.keySet();
    }
}
