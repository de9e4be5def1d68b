package org.throughline.format.fixedwidth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** Cuts one line into the fields of its layout, and says what keeps it from being read. */
final class FixedRecords {
    private final FixedLayout layout;
    private final boolean padsShortLines;

    FixedRecords(FixedLayout layout, boolean padsShortLines) {
        this.layout = layout;
        this.padsShortLines = padsShortLines;
    }

    /** The cells in the order of the layout; numbers as {@code -123.45}, other text without its trailing blanks. */
    List<String> cells(FixedLines line) {
        List<String> cells = new ArrayList<>(layout.fields().size());
        for (FixedField field : layout.fields()) {
            cells.add(cell(line, field));
        }
        return cells;
    }

    static String cell(FixedLines line, FixedField field) {
        String text = line.text(field.start(), field.end());
        return field.number().flatMap(number -> number.read(text)).orElseGet(() -> text.stripTrailing());
    }

    /** The first thing that keeps the line from being read. */
    Optional<Problem> problem(FixedLines line, Place place) {
        if (line.fault().isPresent()) {
            LineFault fault = line.fault().get();
            return Optional.of(problem(fault.code(), place.in(column(fault.character())), fault.fact()));
        }
        if (line.lastText() > layout.end()) {
            return Optional.of(length(line, place, column(line.lastText())));
        }
        return tooShort(line).map(field -> length(line, place, field.name())).or(() -> endsEarly(line, place));
    }

    private Problem length(FixedLines line, Place place, String column) {
        String fact = String.format("The line has %,d characters, the layout has %,d.", line.length(), layout.end());
        return problem(ProblemCode.FIELD_COUNT, place.in(column), fact)
                .advising("Send every line with all its characters, each field at its place.");
    }

    private Optional<FixedField> tooShort(FixedLines line) {
        return layout.fields().stream()
                .filter(field -> line.length() < field.end())
                .filter(field -> !padsShortLines || field.whole() && line.length() >= field.start())
                .findFirst();
    }

    private Optional<Problem> endsEarly(FixedLines line, Place place) {
        for (FixedField field : layout.fields()) {
            if (field.number().isPresent() && field.number().get().endsEarly(line.text(field.start(), field.end()))) {
                String fact = "The number ends in blanks, so that its implied decimals cannot be told.";
                return Optional.of(problem(ProblemCode.FIELD_TYPE, place.in(field.name()), fact));
            }
        }
        return Optional.empty();
    }

    private static Problem problem(ProblemCode code, Place place, String fact) {
        return Problem.of(code, Level.REJECT, place, fact);
    }

    private String column(long character) {
        return layout.fields().stream()
                .filter(field -> field.start() <= character && character <= field.end())
                .findFirst()
                .map(FixedField::name)
                .orElse("character " + character);
    }
}
