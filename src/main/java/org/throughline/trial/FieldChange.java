package org.throughline.trial;

import java.util.List;
import org.throughline.problem.Place;

/**
 * How many records differ in one field of a kind of canonical record.
 *
 * @param field the field; {@code (record)} where a whole record comes or goes
 * @param set how many have a value now and had none
 * @param cleared how many had a value and have none now
 * @param changed how many have another value
 * @param places the first of the records
 */
public record FieldChange(String entity, String field, long set, long cleared, long changed, List<Place> places) {
    /** Stands for the whole record. */
    public static final String RECORD = "(record)";

    public FieldChange {
        places = List.copyOf(places);
    }

    /** How many records differ in it. */
    public long count() {
        return set + cleared + changed;
    }
}
