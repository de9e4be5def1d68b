package org.throughline.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.problem.Place;

/** Counts differences between what was told and what is told now, by kind of record and field. */
final class FieldChanges {
    private static final int PLACES = 100;

    private final Map<String, Tally> tallies = new TreeMap<>();

    private static final class Tally {
        private final String entity;
        private final String field;
        private final List<Place> places = new ArrayList<>();
        private long set;
        private long cleared;
        private long changed;

        Tally(String entity, String field) {
            this.entity = entity;
            this.field = field;
        }
    }

    /** A record that is told now and was not. */
    void came(Entity entity, Place place) {
        note(entity, FieldChange.RECORD, place).set++;
    }

    /** A record that was told and is not now. */
    void went(Entity entity, Place place) {
        note(entity, FieldChange.RECORD, place).cleared++;
    }

    /** A record that is told both times; true where it differs. */
    boolean compare(Told before, Told now, Place place) {
        boolean differs = before.retracted() != now.retracted();
        if (differs) {
            note(now.entity(), FieldChange.RECORD, place).changed++;
        }
        List<Field> fields = now.entity().fields();
        for (int i = 0; i < fields.size(); i++) {
            long was = before.fields()[i];
            long is = now.fields()[i];
            if (was != is) {
                differs = true;
                count(note(now.entity(), fields.get(i).name(), place), was, is);
            }
        }
        return differs;
    }

    private static void count(Tally tally, long was, long is) {
        if (was == 0) {
            tally.set++;
        } else if (is == 0) {
            tally.cleared++;
        } else {
            tally.changed++;
        }
    }

    private Tally note(Entity entity, String field, Place place) {
        String order = (char) entity.ordinal() + field;
        Tally tally = tallies.computeIfAbsent(order, any -> new Tally(entity.table(), field));
        if (tally.places.size() < PLACES) {
            tally.places.add(place);
        }
        return tally;
    }

    /** All differences, in the order of the entities. */
    List<FieldChange> all() {
        return tallies.values().stream()
                .map(tally -> new FieldChange(
                        tally.entity, tally.field, tally.set, tally.cleared, tally.changed, tally.places))
                .toList();
    }
}
