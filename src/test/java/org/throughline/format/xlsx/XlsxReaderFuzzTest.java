package org.throughline.format.xlsx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.format.Annotation;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;

/**
 * Any bytes end in records and named problems. The first byte chooses the layout and what the others are: the workbook itself,
 * or, with a NUL between them, its sheet, its shared strings and its styles.
 */
final class XlsxReaderFuzzTest {
    private static final List<LabelledCell> CELLS = List.of(
            new LabelledCell("month", "Month", LabelledCell.Look.RIGHT),
            new LabelledCell("by", "By", LabelledCell.Look.BELOW));
    private static final List<HeaderLayer> LAYERS =
            List.of(new HeaderLayer("site", true), new HeaderLayer("part", false));
    private static final Unpivot UNPIVOT =
            new Unpivot(List.of(new Unpivot.Label("label", "Measure")), "value", "mark", Map.of("*", "suppressed"));
    private static final List<XlsxLayout> LAYOUTS = List.of(
            XlsxLayout.plain(),
            new XlsxLayout(
                    SheetChoice.titledOrFirst("Data"), Optional.of(List.of("a", "b")), Optional.empty(), List.of()),
            layout(new TableBlock("Measure", Optional.empty(), List.of(), Optional.empty()), List.of()),
            layout(new TableBlock("Measure", Optional.of("End"), LAYERS, Optional.of(UNPIVOT)), CELLS));

    private static XlsxLayout layout(TableBlock table, List<LabelledCell> cells) {
        return new XlsxLayout(SheetChoice.at(1), Optional.empty(), Optional.of(table), cells);
    }

    @FuzzTest
    void endsWithRecordsOrANamedProblem(byte[] input) throws IOException {
        int choice = input.length == 0 ? 0 : input[0] & 0xFF;
        XlsxLayout layout = LAYOUTS.get(choice % LAYOUTS.size());
        ByteSource source = source(input, choice / LAYOUTS.size() % 4);
        try (RecordReader reader = XlsxReader.open(source, "fuzz.xlsx", layout)) {
            int columns = reader.header().size();
            for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get() instanceof SourceRecord record && record.cells().size() != columns) {
                    fail(
                            "A record has %d cells, the header has %d columns.",
                            record.cells().size(), columns);
                }
            }
        }
        if (layout.recordPerRow()) {
            Annotation annotation = new Annotation("held", "p", "g");
            AnnotatedXlsx.write(source, layout, record -> Optional.of(annotation), new ByteArrayOutputStream());
        }
    }

    private static ByteSource source(byte[] input, int kind) {
        String text = new String(input, 0, input.length, ISO_8859_1).substring(Math.min(1, input.length));
        if (kind == 0) {
            return ByteSource.of(text.getBytes(ISO_8859_1));
        }
        String[] parts = (text + "\0\0\0").split("\0", -1);
        TestWorkbook workbook = kind == 1 ? TestWorkbook.of("") : TestWorkbook.of(parts[0]);
        if (kind == 1) {
            workbook.part("xl/worksheets/sheet1.xml", parts[0].getBytes(ISO_8859_1));
        }
        if (kind == 3) {
            workbook.from1904();
        }
        return workbook.strings(parts[1]).stylesPart(parts[2]).source();
    }
}
