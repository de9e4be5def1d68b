package org.throughline.drift;

import java.util.List;
import org.throughline.mapping.value.ValueType;
import org.throughline.profile.ColumnProfile;
import org.throughline.profile.HeaderWords;
import org.throughline.profile.TypeGuess;

/**
 * How a column of a file looked. Holds no value but codes.
 *
 * @param filled records in which it is filled
 * @param formats how days are written
 * @param shape the shape that most of its values have; empty text where none is known
 * @param codes of one that is counted while a file is taken in, those only that its code list does not know
 */
public record ColumnLook(
        String name, long filled, ValueType type, List<String> formats, String shape, List<String> codes) {

    public ColumnLook {
        formats = List.copyOf(formats);
        codes = List.copyOf(codes);
    }

    static ColumnLook of(ColumnProfile profile) {
        return new ColumnLook(
                profile.name(),
                profile.filled(),
                profile.type().type(),
                profile.type().formats(),
                profile.shapes().keySet().stream().findFirst().orElse(""),
                List.copyOf(profile.codes().keySet()));
    }

    HeaderWords words() {
        return HeaderWords.of(name);
    }

    boolean dated() {
        return new TypeGuess(type, formats, 0, "").dated();
    }

    /** Share of the records in which it is filled, in percent. */
    int fill(long records) {
        return records == 0 ? 0 : (int) (100 * filled / records);
    }
}
