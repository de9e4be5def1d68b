package org.throughline.format.xlsx;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.throughline.problem.ProblemCode;

/** Turns the cells of a row into canonical text. */
final class CellScanner {
    private static final List<String> ERRORS =
            List.of("#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!");

    private final PartXml xml;
    private final Sheet sheet;
    private final Workbook workbook;
    private final TextBuffer text = new TextBuffer();
    private SheetRow row = new SheetRow();
    private int column;
    private String type = "";
    private String style = "";
    private boolean formula;
    private boolean stored;

    CellScanner(PartXml xml, Sheet sheet, Workbook workbook) {
        this.xml = xml;
        this.sheet = sheet;
        this.workbook = workbook;
    }

    void start(SheetRow nextRow) {
        row = nextRow;
        column = CellReference.NONE;
    }

    /** Reads the cell that has just started, up to its end. */
    void read() throws IOException {
        String address = xml.attribute("r");
        column = address.isEmpty() ? column + 1 : CellReference.column(address);
        if (column < 0 || column >= CellReference.MOST_COLUMNS) {
            throw workbook.refusal()
                    .refused("A cell in row " + row.number() + " of the sheet " + sheet.shown()
                            + " has an address that no cell can have.");
        }
        type = xml.attribute("t");
        style = xml.attribute("s");
        content();
        if (formula && !stored) {
            fault(
                    ProblemCode.FORMULA_WITHOUT_VALUE,
                    "The cell " + place() + " holds a formula whose result is not stored in the file.");
        } else if (text.tooLong()) {
            tooLong();
        } else if (stored) {
            value();
        }
    }

    private void content() throws IOException {
        text.clear();
        formula = false;
        stored = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                readValue();
            } else if (xml.starts("is")) {
                stored = true;
                StringItem.read(xml, text);
            } else if (xml.starts()) {
                formula |= xml.starts("f");
                xml.skip();
            }
        }
    }

    /** An empty value of a formula is stored only where its result is text. */
    private void readValue() throws IOException {
        text.clear();
        boolean any = false;
        while (xml.next() && !xml.ends("v")) {
            xml.textTo(text);
            any = true;
        }
        stored = any || type.equals("str");
    }

    private void value() throws IOException {
        switch (type) {
            case "s" -> shared();
            case "str", "inlineStr" -> set(Escapes.decode(text.toString()));
            case "b" -> truth();
            case "e" -> error();
            case "d" -> isoDate();
            case "", "n" -> number();
            default -> unreadable("is of a kind that is not known");
        }
    }

    private void shared() throws IOException {
        String index = text.toString().strip();
        int at = index.matches("\\d{1,8}") ? Integer.parseInt(index) : Integer.MAX_VALUE;
        if (at >= workbook.strings().count()) {
            unreadable("names a shared text that the workbook does not have");
            return;
        }
        Optional<String> shared = workbook.strings().text(at);
        if (shared.isPresent()) {
            set(shared.get());
        } else {
            tooLong();
        }
    }

    private void truth() {
        switch (text.toString().strip()) {
            case "1", "true" -> row("TRUE");
            case "0", "false" -> row("FALSE");
            default -> unreadable("is neither true nor false");
        }
    }

    private void error() {
        String shown = ERRORS.stream()
                .filter(text.toString().strip()::equals)
                .findFirst()
                .map(known -> "the error " + known)
                .orElse("an error");
        fault(ProblemCode.CELL_ERROR, "The cell " + place() + " holds " + shown + ".");
    }

    private void number() {
        String digits = text.toString().strip();
        CellFormat format = workbook.styles().at(style);
        Optional<String> number = NumberText.of(digits);
        if (number.isEmpty()) {
            unreadable("holds no number, but is marked as one");
        } else if (format == CellFormat.PLAIN) {
            row(number.get());
        } else {
            date(Double.parseDouble(digits), format);
        }
    }

    private void date(double number, CellFormat format) {
        workbook.dates()
                .text(number, format)
                .ifPresentOrElse(this::row, () -> unreadable("is shown as a date or time, but its number is none"));
    }

    private void isoDate() {
        String date = text.toString().strip();
        CellFormat format = workbook.styles().at(style);
        try {
            if (date.length() == "2000-01-01".length()) {
                row(LocalDate.parse(date).toString());
            } else if (date.indexOf('T') > 0) {
                LocalDateTime time =
                        LocalDateTime.parse(date.endsWith("Z") ? date.substring(0, date.length() - 1) : date);
                boolean bare = format == CellFormat.DATE && time.toLocalTime().equals(LocalTime.MIDNIGHT);
                row(bare ? time.toLocalDate().toString() : DateSystem.text(time));
            } else {
                row(DateSystem.text(LocalTime.parse(date)));
            }
        } catch (DateTimeParseException e) {
            unreadable("holds no date, but is marked as one");
        }
    }

    private void set(String value) {
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            if (character < ' ' && character != '\t' && character != '\n' && character != '\r') {
                fault(
                        ProblemCode.CONTROL_CHARACTER,
                        String.format("The control character U+%04X stands in the cell %s.", (int) character, place()));
                return;
            }
        }
        row(value);
    }

    private void row(String value) {
        if (!row.set(column, value)) {
            unreadable("stands twice in its row, or makes the row too long");
        }
    }

    private void tooLong() {
        fault(
                ProblemCode.FIELD_TOO_LONG,
                String.format("The cell %s has more than %,d characters.", place(), TextBuffer.FIELD_LIMIT));
    }

    private void unreadable(String why) {
        fault(ProblemCode.CELL_UNREADABLE, "The cell " + place() + " " + why + ".");
    }

    private void fault(ProblemCode code, String fact) {
        row.fault(new CellFault(code, column, fact));
    }

    private String place() {
        return sheet.cell(row.number(), column);
    }
}
