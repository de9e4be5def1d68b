package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.measure.Spm2Specification;
import org.throughline.measure.Spm2Table;
import org.throughline.testing.PublicData;
import org.throughline.testing.TestDatabase;

/**
 * The hand-computed measure 2 of a public FY2020 fixture, from its stays. It was computed by the specification of its time,
 * in which moving on to transitional housing within 14 days is no return. Its years 3013 and 3015 stand in DateCreated and
 * DateUpdated only, which no measure reads.
 */
final class Spm2FixtureIT {
    private static final String FOLDER = "hmis/spm_unit_fy2020/";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-M-d");
    private static final Map<String, String> TYPES =
            Map.of("1", "emergency_shelter", "2", "transitional_housing", "3", "permanent_supportive_housing");

    @RegisterExtension
    static final TestDatabase SERVER = TestDatabase.migrated();

    @Test
    void agreesInEveryCell() throws IOException {
        var rows = new CanonicalRows(SERVER.hub());
        rows.sender("trial", "trial");
        insert(rows);
        var histories =
                new JooqMeasureRecords(new Database(SERVER.hub())).snapshot().histories();

        var period = new Spm2Table.Period(LocalDate.parse("2015-01-01"), LocalDate.parse("2015-12-31"));

        var cells = Spm2Table.of(histories, period, Optional.of("KY-500"), Spm2Specification.FY2020)
                .cells();

        assertThat(plain(cells)).containsExactlyInAnyOrderEntriesOf(expected()).hasSize(54);
    }

    private static void insert(CanonicalRows rows) throws IOException {
        for (var project : read("measure_two/Project.csv")) {
            var type = TYPES.get(project.getField("ProjectType"));
            rows.program("trial", project.getField("ProjectID"), "program_type=" + type);
        }
        for (var place : read("measure_two/ProjectCoC.csv")) {
            rows.belief(
                    "canonical.program_location",
                    "trial",
                    "key=" + place.getField("ProjectCoCID") + "; program_key=" + place.getField("ProjectID")
                            + "; coc_code=" + place.getField("CoCCode"));
        }
        for (var stay : read("measure_two/Enrollment.csv")) {
            rows.enrollment(
                    "trial",
                    stay.getField("EnrollmentID"),
                    "client_key=" + stay.getField("PersonalID") + "; program_key=" + stay.getField("ProjectID")
                            + "; entry_date=" + day(stay.getField("EntryDate")));
        }
        for (var exit : read("measure_two/Exit.csv")) {
            var destination = exit.getField("Destination").equals("3") ? "435" : exit.getField("Destination");
            rows.exit(
                    "trial",
                    exit.getField("EnrollmentID"),
                    "exit_date=" + day(exit.getField("ExitDate")) + "; destination=" + destination);
        }
    }

    private static String day(String text) {
        return LocalDate.parse(text.strip(), DAY).toString();
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
