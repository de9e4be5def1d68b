package org.throughline.format.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** Finds the table of a sheet in a pass of its own, before its records are read. */
final class Outliner {
    private final SheetScanner rows;
    private final XlsxLayout layout;
    private final Sheet sheet;
    private final String member;

    Outliner(SheetScanner rows, XlsxLayout layout, Sheet sheet, String member) {
        this.rows = rows;
        this.layout = layout;
        this.sheet = sheet;
        this.member = member;
    }

    Outline outline() throws IOException {
        if (layout.table().isPresent()) {
            return block(layout.table().get());
        }
        if (layout.declaredHeader().isPresent()) {
            List<String> names = layout.declaredHeader().get();
            return new Outline(List.of(names), 0, names.size(), 0, 1, Long.MAX_VALUE, List.of());
        }
        return plain();
    }

    private Outline plain() throws IOException {
        boolean more = rows.next();
        while (more && rows.row().blank()) {
            more = rows.next();
        }
        if (!more) {
            throw refused(
                    ProblemCode.HEADER_MISSING,
                    0,
                    "The sheet " + sheet.shown() + " has no header: all its cells are blank.");
        }
        SheetRow row = rows.row();
        check(row);
        int from = first(row);
        long number = row.number();
        return new Outline(
                List.of(row.values(from, row.width())),
                from,
                row.width(),
                number,
                number + 1,
                Long.MAX_VALUE,
                List.of());
    }

    private Outline block(TableBlock table) throws IOException {
        FactCells facts = new FactCells(layout.cells(), sheet);
        if (!moveTo(table.from(), facts::see)) {
            throw labelMissing(table.from());
        }
        long headerRow = rows.row().number();
        long firstRow = headerRow + table.headerRows();
        List<List<String>> headers = headers(firstRow);
        long end = end(table, firstRow, facts);
        Optional<Problem> fault = facts.problem(member);
        if (fault.isPresent()) {
            throw new UnreadableException(fault.get());
        }
        int from = from(headers);
        int to = headers.stream().mapToInt(List::size).max().orElse(0);
        List<List<String>> cut =
                headers.stream().map(header -> cut(header, from, to)).toList();
        return new Outline(cut, from, to, headerRow, firstRow, end, facts.values());
    }

    /** Moves to the next row that holds the label, and shows the rows before it; false where none holds it. */
    private boolean moveTo(String text, Consumer<SheetRow> passed) throws IOException {
        Label label = new Label(text);
        while (rows.next()) {
            if (rows.row().find(label) != CellReference.NONE) {
                return true;
            }
            passed.accept(rows.row());
        }
        return false;
    }

    private List<List<String>> headers(long firstRow) throws IOException {
        List<List<String>> headers = new ArrayList<>();
        for (long number = rows.row().number(); number < firstRow; number++) {
            if (rows.row().number() < number) {
                rows.next();
            }
            boolean there = rows.row().number() == number;
            if (there) {
                check(rows.row());
            }
            headers.add(there ? rows.row().values(0, rows.row().width()) : List.of());
        }
        return headers;
    }

    private long end(TableBlock table, long firstRow, FactCells facts) throws IOException {
        if (table.to().isEmpty()) {
            return Long.MAX_VALUE;
        }
        String text = table.to().get();
        boolean beyondHeader = rows.row().number() >= firstRow;
        boolean there = beyondHeader && rows.row().find(new Label(text)) != CellReference.NONE;
        if (!there && !moveTo(text, row -> {})) {
            throw labelMissing(text);
        }
        long end = rows.row().number();
        do {
            facts.see(rows.row());
        } while (rows.next());
        return end;
    }

    private UnreadableException labelMissing(String label) {
        return refused(
                ProblemCode.LABEL_MISSING,
                0,
                "No cell of the sheet " + sheet.shown() + " holds the label " + label + ".");
    }

    private static int from(List<List<String>> headers) {
        int from = 0;
        while (blank(headers, from)) {
            from++;
        }
        return from;
    }

    private static boolean blank(List<List<String>> headers, int column) {
        return headers.stream()
                .allMatch(
                        header -> column >= header.size() || header.get(column).isBlank());
    }

    private static List<String> cut(List<String> header, int from, int to) {
        List<String> cut = new ArrayList<>();
        for (int column = from; column < to; column++) {
            cut.add(column < header.size() ? header.get(column) : "");
        }
        return cut;
    }

    private static int first(SheetRow row) {
        int column = 0;
        while (row.blank(column)) {
            column++;
        }
        return column;
    }

    private void check(SheetRow row) throws IOException {
        Optional<CellFault> fault = row.fault();
        if (fault.isPresent()) {
            throw refused(fault.get().code(), row.number(), fault.get().fact() + " It is part of the header.");
        }
    }

    private UnreadableException refused(ProblemCode code, long row, String fact) {
        return new UnreadableException(Problem.of(code, Level.HOLD_FILE, new Place(member, 0, 0, row, ""), fact));
    }
}
