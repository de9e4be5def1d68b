package org.throughline.store;

import java.util.ArrayList;
import java.util.List;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.intake.StagedRecord;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/**
 * A staged record, written out for COPY but for its number, which it gets when its turn comes: to write takes longer than to
 * send, and any thread may do it.
 *
 * @param record its row of {@code stage_record}
 * @param cells its row of {@code stage_cells}
 * @param canonical the rows of its canonical records
 */
record StagedLines(byte[] record, byte[] cells, List<Line> canonical, List<Problem> problems) {

    /**
     * One canonical record.
     *
     * @param staged what the decisions ask of it
     * @param stored what its row of the canonical table takes from the file
     */
    record Line(Entity entity, String key, byte[] staged, byte[] stored) {}

    static StagedLines of(StagedRecord staged) {
        CopyText text = new CopyText();
        Place place = staged.place();
        text.cell(place.member()).cell(place.record()).cell(place.line()).cell(place.row());
        text.cell(staged.key().isEmpty() ? null : staged.key());
        text.cell(staged.state().map(state -> state.word()).orElse(null));
        byte[] record = text.taken();
        byte[] cells = text.cell(staged.cells()).taken();
        List<Line> lines = new ArrayList<>(staged.records().size());
        for (CanonicalRecord canonical : staged.records()) {
            String hash = canonical.contentHash();
            lines.add(new Line(
                    canonical.entity(),
                    canonical.key(),
                    asked(canonical, hash, text),
                    stored(canonical, hash, place, text)));
        }
        return new StagedLines(record, cells, lines, staged.problems());
    }

    private static byte[] asked(CanonicalRecord canonical, String hash, CopyText text) {
        text.cell(canonical.key()).cell(canonical.retracted());
        text.cell(canonical.sourceUpdatedAt().orElse(null)).cell(hash);
        for (Field field : StagedKind.references(canonical.entity())) {
            text.cell(canonical.values().get(field.name()));
        }
        return text.taken();
    }

    private static byte[] stored(CanonicalRecord canonical, String hash, Place place, CopyText text) {
        text.cell(canonical.key()).cell(canonical.sourceUpdatedAt().orElse(null));
        text.cell(place.member()).cell(place.line()).cell(hash);
        for (Object value : canonical.valuesInOrder()) {
            text.cell(value);
        }
        return text.taken();
    }
}
