package org.throughline.format.delimited;

import java.util.List;

/** Writes cells as one dialect has them: quoted where they need it (RFC 4180, section 2, rules 5 to 7). */
final class CellText {
    private final Dialect dialect;
    private final FormulaPolicy formulas;

    CellText(Dialect dialect, FormulaPolicy formulas) {
        this.dialect = dialect;
        this.formulas = formulas;
    }

    /** A whole record without its line end; a single empty cell is quoted, so that its line is not blank. */
    String record(List<String> cells) {
        if (cells.size() == 1 && cells.get(0).isEmpty() && dialect.quote() != Dialect.NO_QUOTE) {
            return String.valueOf(dialect.quote()) + dialect.quote();
        }
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < cells.size(); index++) {
            if (index > 0) {
                text.append(dialect.delimiter());
            }
            append(text, cells.get(index));
        }
        return text.toString();
    }

    void append(StringBuilder text, String cell) {
        String safe = formulas.apply(cell);
        if (!needsQuotes(safe, text.length() == 0)) {
            text.append(safe);
            return;
        }
        if (dialect.quote() == Dialect.NO_QUOTE) {
            throw new IllegalArgumentException("A cell of " + safe.length()
                    + " characters holds a delimiter or a line end, and the dialect has no quotes; write it in"
                    + " another one.");
        }
        String quote = String.valueOf(dialect.quote());
        text.append(quote).append(safe.replace(quote, quote + quote)).append(quote);
    }

    private boolean needsQuotes(String cell, boolean first) {
        if (first
                && !cell.isEmpty()
                && dialect.comment().filter(mark -> mark == cell.charAt(0)).isPresent()) {
            return true;
        }
        return cell.indexOf(dialect.delimiter()) >= 0
                || cell.indexOf('\n') >= 0
                || cell.indexOf('\r') >= 0
                || dialect.quote() != Dialect.NO_QUOTE && cell.indexOf(dialect.quote()) >= 0;
    }
}
