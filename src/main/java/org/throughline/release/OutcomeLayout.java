package org.throughline.release;

import java.util.List;
import org.throughline.format.fixedwidth.FixedField;
import org.throughline.format.fixedwidth.FixedLayout;
import org.throughline.format.fixedwidth.FixedWidthWriter;

/** Where each column stands in an outcome file of fixed width; schema/outcome-file-v1.schema.json tells recipients. */
final class OutcomeLayout {
    /** The columns at their places. */
    static final FixedLayout COLUMNS = new FixedLayout(List.of(
            FixedField.text("client_id", 1, 64),
            FixedField.text("measure", 65, 40),
            FixedField.text("measure_version", 105, 4),
            FixedField.text("status", 109, 13),
            FixedField.text("event_month", 122, 7),
            FixedField.text("event_date", 129, 10),
            FixedField.text("window", 139, 8),
            FixedField.text("observed_through", 147, 10),
            FixedField.text("changed", 157, 5)));

    private OutcomeLayout() {}

    static boolean fits(List<String> cells) {
        return FixedWidthWriter.fits(COLUMNS, cells);
    }
}
