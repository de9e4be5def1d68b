package org.throughline.format.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.throughline.format.BrokenRecord;
import org.throughline.format.Reading;
import org.throughline.format.SourceRecord;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** Makes a record of each cell of a table, with the labels of its row and the headers of its column. */
final class UnpivotReading implements TableReading {
    private final TablePlace table;
    private final Unpivot unpivot;
    private final List<Integer> labels = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<String> header = new ArrayList<>();
    private long record;

    /** A column of values with the texts of its headers. */
    private record Column(int index, List<String> texts) {}

    UnpivotReading(TablePlace table, XlsxLayout layout) throws UnreadableException {
        this.table = table;
        TableBlock block = layout.table().orElseThrow();
        this.unpivot = block.unpivot().orElseThrow();
        for (Unpivot.Label label : unpivot.labels()) {
            labels.add(column(label.column()));
            header.add(label.name());
        }
        block.layers().forEach(layer -> header.add(layer.name()));
        header.add(unpivot.value());
        header.add(unpivot.mark());
        layout.cells().forEach(cell -> header.add(cell.name()));
        Outline outline = table.outline();
        List<List<String>> texts = new Layers(block.layers())
                .filled(outline.headers(), column -> labels.contains(column + outline.from()));
        for (int index = 0; index < outline.to() - outline.from(); index++) {
            addColumn(index, texts);
        }
    }

    private int column(String text) throws UnreadableException {
        Label label = new Label(text);
        for (List<String> row : table.outline().headers()) {
            for (int index = 0; index < row.size(); index++) {
                if (label.is(row.get(index))) {
                    return index + table.outline().from();
                }
            }
        }
        throw refused(ProblemCode.COLUMN_MISSING, text, "The header has no column " + text + ".");
    }

    private void addColumn(int index, List<List<String>> headers) throws UnreadableException {
        int column = index + table.outline().from();
        List<String> texts = headers.stream().map(row -> row.get(index).strip()).toList();
        if (labels.contains(column) || texts.get(texts.size() - 1).isEmpty()) {
            return;
        }
        Optional<Column> same =
                columns.stream().filter(other -> other.texts().equals(texts)).findFirst();
        if (same.isPresent()) {
            String fact = "The column has the same headers as column "
                    + CellReference.letters(same.get().index()) + ".";
            throw refused(ProblemCode.HEADER_DUPLICATE, "column " + CellReference.letters(column), fact);
        }
        columns.add(new Column(column, texts));
    }

    private UnreadableException refused(ProblemCode code, String column, String fact) {
        Place place = new Place(table.member(), 0, 0, table.outline().headerRow(), column);
        return new UnreadableException(Problem.of(code, Level.HOLD_FILE, place, fact));
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
        columns.forEach(column -> readings.accept(reading(row, column)));
        for (int column = 0; column < row.width(); column++) {
            int index = column;
            boolean known = labels.contains(index) || columns.stream().anyMatch(other -> other.index() == index);
            if (!known && !row.blank(column)) {
                Place place = new Place(table.member(), ++record, 0, row.number(), "");
                readings.accept(
                        new BrokenRecord(place, List.of(row.value(column)), table.headless(row, column, place)));
            }
        }
    }

    private Reading reading(SheetRow row, Column column) {
        Place place = new Place(table.member(), ++record, 0, row.number(), "");
        List<String> cells = new ArrayList<>();
        labels.forEach(label -> cells.add(row.value(label)));
        cells.addAll(column.texts());
        String value = row.value(column.index());
        String mark = mark(value);
        cells.add(mark.isEmpty() ? value : "");
        cells.add(mark);
        cells.addAll(table.outline().facts());
        Optional<CellFault> fault = row.fault(column.index())
                .or(() -> labels.stream()
                        .map(row::fault)
                        .flatMap(Optional::stream)
                        .findFirst());
        return fault.<Reading>map(found -> new BrokenRecord(place, cells, table.problem(found, place.in(name(found)))))
                .orElseGet(() -> new SourceRecord(place, cells));
    }

    private String mark(String value) {
        Map<String, String> marks = unpivot.marks();
        return marks.getOrDefault(value.strip(), "");
    }

    private String name(CellFault fault) {
        int label = labels.indexOf(fault.column());
        return label >= 0 ? header.get(label) : unpivot.value();
    }
}
