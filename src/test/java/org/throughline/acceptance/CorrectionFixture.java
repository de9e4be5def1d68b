package org.throughline.acceptance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A public fixture about corrections: the rows that are there, a new file, and the difference that is expected.
 *
 * @param reproduced false where what is expected rests on rules that do not stand in the files
 * @param content what the file is to the files before it, in the word of a mapping
 * @param key columns of the key, as the files show them
 * @param renamed the former name of a column, such as {@code NEW=OLD}; empty text where there is none
 * @param optional columns that the new file need not have
 * @param leftOut columns that the new file has and the expected rows have not
 * @param dialect how the new file is written, in the words of a mapping
 * @param says what the fixture says
 * @param remark what there is to know about it
 */
record CorrectionFixture(
        boolean reproduced,
        String folder,
        String content,
        List<String> key,
        String renamed,
        List<String> optional,
        List<String> leftOut,
        String dialect,
        String says,
        String remark) {

    /** All fixtures of the resource beside this class. */
    static List<CorrectionFixture> all() {
        try (InputStream file = CorrectionFixture.class.getResourceAsStream("/acceptance/snapshot-corrections.csv");
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return rows.stream().map(CorrectionFixture::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CorrectionFixture of(NamedCsvRecord row) {
        return new CorrectionFixture(
                row.getField("kind").equals("reproduced"),
                row.getField("folder"),
                row.getField("content"),
                words(row.getField("key")),
                row.getField("renamed"),
                words(row.getField("optional")),
                words(row.getField("left_out")),
                row.getField("dialect"),
                row.getField("says"),
                row.getField("remark"));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /** The former name of a column, where it had one. */
    Optional<String> formerName(String column) {
        return renamed.startsWith(column + "=")
                ? Optional.of(renamed.substring(column.length() + 1))
                : Optional.empty();
    }
}
