package org.throughline.format.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.throughline.problem.ProblemCode;

/** Chooses the sheet that is read. */
final class SheetChooser {
    private static final int MOST_NAMED = 5;

    private final Workbook workbook;
    private final List<Sheet> visible;

    SheetChooser(Workbook workbook) {
        this.workbook = workbook;
        this.visible =
                workbook.sheets().stream().filter(sheet -> !sheet.hidden()).toList();
    }

    Sheet choose(SheetChoice choice) throws IOException {
        if (choice.titled().isPresent()) {
            Optional<Sheet> titled = titled(choice);
            if (titled.isPresent()) {
                return titled.get();
            }
        }
        if (visible.isEmpty()) {
            throw missing("The workbook has no sheet of cells that is not hidden.");
        }
        return choice.position() == 0 ? only() : at(choice.position());
    }

    private Optional<Sheet> titled(SheetChoice choice) throws IOException {
        String title = choice.titled().orElseThrow();
        Optional<Sheet> found = workbook.sheets().stream()
                .filter(sheet -> sheet.title().strip().equalsIgnoreCase(title))
                .findFirst();
        if (found.filter(Sheet::hidden).isPresent()) {
            throw workbook.refusal().of(ProblemCode.SHEET_HIDDEN, "The sheet " + title + " is hidden.");
        }
        if (found.isEmpty() && choice.strict()) {
            throw missing("The workbook has no sheet " + title + ".");
        }
        return found;
    }

    private Sheet at(int position) throws IOException {
        if (position > visible.size()) {
            throw missing(
                    "Sheet " + position + " is expected; the workbook has " + visible.size() + " that are not hidden.");
        }
        return visible.get(position - 1);
    }

    private Sheet only() throws IOException {
        if (visible.size() == 1) {
            return visible.get(0);
        }
        List<Sheet> filled = new ArrayList<>();
        for (Sheet sheet : visible) {
            if (filled(sheet)) {
                filled.add(sheet);
            }
        }
        if (filled.size() > 1) {
            String names = filled.stream().limit(MOST_NAMED).map(Sheet::shown).collect(Collectors.joining(", "));
            String more = filled.size() > MOST_NAMED ? " and others" : "";
            throw workbook.refusal()
                    .of(ProblemCode.SHEET_UNDECIDED, filled.size() + " sheets hold something: " + names + more + ".");
        }
        return filled.isEmpty() ? visible.get(0) : filled.get(0);
    }

    private boolean filled(Sheet sheet) throws IOException {
        try (SheetScanner rows = workbook.scan(sheet)) {
            while (rows.next()) {
                if (!rows.row().blank()) {
                    return true;
                }
            }
        }
        return false;
    }

    private IOException missing(String fact) {
        return workbook.refusal().of(ProblemCode.SHEET_MISSING, fact);
    }
}
