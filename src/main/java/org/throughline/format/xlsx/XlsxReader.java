package org.throughline.format.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.throughline.format.BrokenInput;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Problem;

/**
 * Reads one sheet of an Excel workbook as a stream, in bounded memory. Cells are canonical text: days as 2026-10-01, times as
 * 14:30:00, both as 2026-10-01T14:30:00, numbers with all digits that are stored and percentages as the number that stands
 * there, TRUE and FALSE. The reader is our own, because fastexcel-reader keeps all shared strings in memory.
 */
public final class XlsxReader implements RecordReader {
    private final Optional<Open> open;
    private final Queue<Reading> ready = new ArrayDeque<>();
    private Optional<Problem> pending;
    private boolean done;

    private XlsxReader(Optional<Open> open, Optional<Problem> pending) {
        this.open = open;
        this.pending = pending;
    }

    /** A workbook with the pass over its sheet. */
    private record Open(Workbook workbook, SheetScanner rows, Outline outline, TableReading table)
            implements Closeable {

        @Override
        public void close() throws IOException {
            try (workbook) {
                rows.close();
            }
        }
    }

    /**
     * Opens the workbook and finds the table.
     *
     * @param member the name that every place gives
     */
    public static XlsxReader open(ByteSource source, String member, XlsxLayout layout) throws IOException {
        try {
            Open open = opened(source, member, layout);
            HeaderNames names = new HeaderNames(open.outline(), member);
            return new XlsxReader(Optional.of(open), names.problem(open.table().header()));
        } catch (UnreadableException e) {
            return new XlsxReader(Optional.empty(), Optional.of(e.problem()));
        }
    }

    private static Open opened(ByteSource source, String member, XlsxLayout layout) throws IOException {
        Workbook workbook = Workbook.open(source, member);
        try {
            Sheet sheet = new SheetChooser(workbook).choose(layout.sheet());
            Outline outline;
            try (SheetScanner rows = workbook.scan(sheet)) {
                outline = new Outliner(rows, layout, sheet, member).outline();
            }
            TablePlace place = new TablePlace(outline, sheet, member);
            TableReading table =
                    layout.recordPerRow() ? new RowReading(place, layout) : new UnpivotReading(place, layout);
            return new Open(workbook, workbook.scan(sheet), outline, table);
        } catch (IOException e) {
            workbook.close();
            throw e;
        }
    }

    @Override
    public List<String> header() {
        return open.map(opened -> opened.table().header()).orElse(List.of());
    }

    @Override
    public Optional<Reading> next() throws IOException {
        if (done) {
            return Optional.empty();
        }
        if (pending.isPresent()) {
            return Optional.of(broken(pending.get()));
        }
        try {
            return read(open.orElseThrow());
        } catch (UnreadableException e) {
            return Optional.of(broken(e.problem()));
        }
    }

    private Reading broken(Problem problem) {
        done = true;
        return new BrokenInput(problem);
    }

    private Optional<Reading> read(Open opened) throws IOException {
        while (ready.isEmpty() && opened.rows().next()) {
            if (opened.outline().holds(opened.rows().row().number())) {
                opened.table().read(opened.rows().row(), ready::add);
            }
        }
        done = ready.isEmpty();
        return Optional.ofNullable(ready.poll());
    }

    @Override
    public void close() throws IOException {
        if (open.isPresent()) {
            open.get().close();
        }
    }
}
