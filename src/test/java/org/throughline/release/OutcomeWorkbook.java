package org.throughline.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** An outcome file that is a workbook, as another program reads it. */
final class OutcomeWorkbook {
    private OutcomeWorkbook() {}

    /** All rows of its one sheet, the header first. */
    static List<List<String>> rows(byte[] bytes) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return workbook.getFirstSheet().read().stream()
                    .map(OutcomeWorkbook::cells)
                    .toList();
        }
    }

    private static List<String> cells(Row row) {
        return IntStream.range(0, OutcomeFileWriter.COLUMNS.size())
                .mapToObj(column -> row.getCellAsString(column).orElse(""))
                .toList();
    }
}
