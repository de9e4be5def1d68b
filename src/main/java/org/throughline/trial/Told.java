package org.throughline.trial;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;

/**
 * What is told of one canonical key, so that it can be compared and not read: each field by a number made of its value.
 *
 * @param fields a number for each field of the entity; 0 where it has no value
 */
record Told(Entity entity, String key, boolean retracted, long[] fields) {
    private static final long SEED = 0xcbf29ce484222325L;
    private static final long STEP = 0x100000001b3L;

    static Told of(CanonicalRecord canonical) {
        List<Field> names = canonical.entity().fields();
        long[] fields = new long[names.size()];
        for (int i = 0; i < fields.length; i++) {
            Optional<Object> value = canonical.value(names.get(i).name());
            fields[i] = value.map(Told::number).orElse(0L);
        }
        return new Told(canonical.entity(), canonical.key(), canonical.retracted(), fields);
    }

    private static long number(Object value) {
        long number = SEED;
        for (byte letter : value.toString().getBytes(StandardCharsets.UTF_8)) {
            number = (number ^ letter) * STEP;
        }
        return number == 0 ? 1 : number;
    }

    /** True where nothing is told but the key. */
    boolean mention() {
        for (long field : fields) {
            if (field != 0) {
                return false;
            }
        }
        return !retracted;
    }

    boolean isAbout(Told other) {
        return entity == other.entity && key.equals(other.key);
    }

    /** Names no key. */
    @Override
    public String toString() {
        return "Told[" + entity.table() + "]";
    }
}
