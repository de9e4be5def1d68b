package org.throughline.mapping;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about a submission as a whole while its records are mapped, by dotted name: {@code file.name},
 * {@code file.<capture>}, {@code received.on}, {@code period.from}, {@code period.to}, {@code control.<field>}. Values are
 * strings, longs, decimals, booleans or local dates.
 */
public record Facts(Map<String, Object> values) {

    public Facts {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
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
