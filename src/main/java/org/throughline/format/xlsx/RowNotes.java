package org.throughline.format.xlsx;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.throughline.format.Annotation;

/** What the three columns say in each row of a sheet. Asked once for every row, from the top. */
final class RowNotes {
    static final int COLUMNS = 3;

    private final Outline outline;
    private final int column;
    private final LongFunction<Optional<Annotation>> annotations;
    private long record;

    RowNotes(Outline outline, int column, LongFunction<Optional<Annotation>> annotations) {
        this.outline = outline;
        this.column = column;
        this.annotations = annotations;
    }

    /** Index of the first of the three columns. */
    int column() {
        return column;
    }

    /** What is said in this row; nothing where it is no record. */
    List<String> of(SheetRow row) {
        if (row.number() == outline.headerRow()) {
            return List.of("hub_status", "hub_problem", "hub_guidance");
        }
        if (row.blank() || !outline.holds(row.number())) {
            return List.of();
        }
        return annotations
                .apply(++record)
                .map(told -> List.of(told.status(), told.problem(), told.guidance()))
                .orElse(List.of());
    }
}
