package org.throughline.format.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.throughline.format.BrokenRecord;
import org.throughline.format.Reading;
import org.throughline.format.SourceRecord;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/** Makes one record of each row. */
final class RowReading implements TableReading {
    private static final String BETWEEN = " / ";

    private final TablePlace table;
    private final List<String> names;
    private final List<String> header;
    private long record;

    RowReading(TablePlace table, XlsxLayout layout) {
        this.table = table;
        List<HeaderLayer> layers = layout.table().map(TableBlock::layers).orElse(List.of());
        this.names = joined(new Layers(layers).filled(table.outline().headers(), column -> false));
        List<String> all = new ArrayList<>(names);
        layout.cells().forEach(cell -> all.add(cell.name()));
        this.header = List.copyOf(all);
    }

    private static List<String> joined(List<List<String>> headers) {
        List<String> names = new ArrayList<>(headers.get(0));
        for (List<String> lower : headers.subList(1, headers.size())) {
            for (int column = 0; column < names.size(); column++) {
                String name = names.get(column);
                String text = lower.get(column);
                if (!text.isBlank()) {
                    names.set(column, name.isBlank() ? text : name + BETWEEN + text);
                }
            }
        }
        return names;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public void read(SheetRow row, Consumer<Reading> readings) {
        if (row.blank()) {
            return;
        }
        Outline outline = table.outline();
        Place place = new Place(table.member(), ++record, 0, row.number(), "");
        List<String> cells = row.values(outline.from(), outline.to());
        cells.addAll(outline.facts());
        Optional<Problem> problem = table.outside(row, place)
                .or(() -> row.fault()
                        .map(fault -> table.problem(fault, place.in(names.get(fault.column() - outline.from())))));
        readings.accept(problem.<Reading>map(found -> new BrokenRecord(place, cells, found))
                .orElseGet(() -> new SourceRecord(place, cells)));
    }
}
