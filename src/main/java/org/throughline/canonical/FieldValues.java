package org.throughline.canonical;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * The values of one canonical record by field name, in the order of their making. A record has few fields and files have many
 * records, so that two arrays serve better than a table of hashes: the names are shared by all records of an entry.
 */
public final class FieldValues extends AbstractMap<String, Object> {

    /** No value at all. */
    public static final FieldValues NONE = new FieldValues(new String[0], new Object[0]);

    private final String[] names;
    private final Object[] values;
    private Hashed hashed;

    /** The hash of a record with these values. */
    private record Hashed(Entity entity, String hash) {}

    /**
     * Takes both arrays as they are; nobody may change them afterwards.
     *
     * @param names field names, each once
     * @param values their values; null where a field has none
     */
    public FieldValues(String[] names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    /** The hash of a record that has these values, worked out once. */
    String hash(CanonicalRecord record) {
        Hashed known = hashed;
        if (known == null || known.entity() != record.entity()) {
            known = new Hashed(record.entity(), ContentHash.of(record));
            hashed = known;
        }
        return known.hash();
    }

    /** The values of these fields in their order, null where one has none. */
    Object[] of(List<Field> fields) {
        Object[] found = new Object[fields.size()];
        int at = 0;
        for (int i = 0; i < found.length && at < names.length; i++) {
            if (names[at].equals(fields.get(i).name())) {
                found[i] = values[at++];
            }
        }
        // Names that do not come in the order of the fields, or are none of them, leave some over.
        for (int i = 0; i < found.length && at < names.length; i++) {
            found[i] = get(fields.get(i).name());
        }
        return found;
    }

    /** True where the field at this place of the names has a value. */
    public boolean has(int place) {
        return values[place] != null;
    }

    @Override
    public int size() {
        int known = 0;
        for (Object value : values) {
            known += value == null ? 0 : 1;
        }
        return known;
    }

    @Override
    public Object get(Object name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return FieldValues.this.size();
            }

            @Override
            public Iterator<Map.Entry<String, Object>> iterator() {
                return new Known();
            }
        };
    }

    /** The fields that have a value. */
    private final class Known implements Iterator<Map.Entry<String, Object>> {
        private int at = next(0);

        private int next(int from) {
            int next = from;
            while (next < values.length && values[next] == null) {
                next++;
            }
            return next;
        }

        @Override
        public boolean hasNext() {
            return at < values.length;
        }

        @Override
        public Map.Entry<String, Object> next() {
            if (at >= values.length) {
                throw new NoSuchElementException();
            }
            int here = at;
            at = next(here + 1);
            return Map.entry(names[here], values[here]);
        }
    }
}
