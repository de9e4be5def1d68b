package org.throughline.release;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How outcome files are written for a recipient, as the agreement asks. */
public enum OutcomeFormat {
    /** Comma-separated text, safe to open in a spreadsheet. */
    CSV("csv"),
    /** An array of objects. */
    JSON("json"),
    /** An Excel workbook of one sheet, every cell a text. */
    XLSX("xlsx"),
    /** Lines of fixed width. */
    FIXED_WIDTH("txt");

    private final String extension;

    OutcomeFormat(String extension) {
        this.extension = extension;
    }

    /** Ending of the file's name, without the dot. */
    String extension() {
        return extension;
    }

    /** The word used in agreements and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format with this word. */
    public static Optional<OutcomeFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(OutcomeFormat::word).toList();
    }
}
