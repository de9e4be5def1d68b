package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.SubmissionStatus;
import org.throughline.measure.Spm2Specification;
import org.throughline.measure.Spm2Table;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.PublicData;
import org.throughline.testing.TestDatabase;

/**
 * The hand-computed measure 2 of a public FY2020 fixture, taken in as any export is. It was computed by the specification of its time,
 * in which moving on to transitional housing within 14 days is no return. Its years 3013 and 3015 stand in DateCreated and
 * DateUpdated only, which no measure reads.
 */
final class Spm2FixtureIT {
    private static final String FOLDER = "hmis/spm_unit_fy2020/";

    @RegisterExtension
    static final TestDatabase SERVER = TestDatabase.migrated();

    @TempDir
    Path home;

    @Test
    void agreesInEveryCell() throws IOException {
        var receipt = new IntakeScene(SERVER, home).runFolder("hud-hmis-2020", PublicData.at(FOLDER + "measure_two"));
        assertThat(receipt.status()).isEqualTo(SubmissionStatus.LOADED);
        var histories =
                new JooqMeasureRecords(new Database(SERVER.hub())).snapshot().histories();

        var period = new Spm2Table.Period(LocalDate.parse("2015-01-01"), LocalDate.parse("2015-12-31"));

        var cells = Spm2Table.of(histories, period, Optional.of("KY-500"), Spm2Specification.FY2020)
                .cells();

        assertThat(plain(cells)).containsExactlyInAnyOrderEntriesOf(expected()).hasSize(54);
    }

    private static Map<String, String> expected() throws IOException {
        var cells = new TreeMap<String, String>();
        for (var row : read("EXPECTED.csv")) {
            if (row.getField("fixture").equals("measure_two")) {
                cells.put(row.getField("cell"), row.getField("expected"));
            }
        }
        return cells;
    }

    /** A percent of nobody is empty here and 0 in the fixture. */
    private static Map<String, String> plain(Map<String, Optional<BigDecimal>> cells) {
        var plain = new TreeMap<String, String>();
        cells.forEach((cell, value) -> plain.put(
                cell,
                value.filter(number -> number.signum() != 0)
                        .map(BigDecimal::toPlainString)
                        .orElse("0")));
        return plain;
    }

    private static List<NamedCsvRecord> read(String path) throws IOException {
        var rows = new ArrayList<NamedCsvRecord>();
        try (var reader = CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(PublicData.at(FOLDER + path))) {
            reader.forEach(rows::add);
        }
        return rows;
    }
}
