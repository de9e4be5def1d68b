package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.linkage.DeterministicEngine;
import org.throughline.linkage.LinkageRun;
import org.throughline.measure.MeasureRun;
import org.throughline.measure.MeasureValue;
import org.throughline.measure.Spm2Specification;
import org.throughline.measure.Spm2Table;
import org.throughline.measure.Status;
import org.throughline.testing.TestDatabase;

final class MeasureIT {
    private static final Clock NIGHT = Clock.fixed(Instant.parse("2026-10-06T06:00:00Z"), ZoneOffset.UTC);
    private static final String ANA = "first_name=Ana; last_name=Cruz; birth_date=1990-05-17; ssn=219097654";

    private TestDatabase server;
    private CanonicalRows rows;
    private JooqMeasureRecords records;

    @BeforeEach
    void open() {
        server = TestDatabase.migrated().open();
        rows = new CanonicalRows(server.hub());
        records = new JooqMeasureRecords(new Database(server.hub()));
        rows.sender("harborlight", "provider").sender("bridgeway", "provider").sender("dcyf", "agency");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void countsTheWorkedExampleOfReturns() throws IOException {
        insertWorkedExample();
        link();

        var period = new Spm2Table.Period(LocalDate.parse("2023-10-01"), LocalDate.parse("2024-09-30"));
        var cells = Spm2Table.of(records.snapshot().histories(), period, Optional.empty(), Spm2Specification.FY2026)
                .cells();

        assertThat(List.of("B7", "C7", "E7", "G7", "I7"))
                .extracting(cell -> cells.get(cell).map(BigDecimal::intValue).orElse(-1))
                .containsExactly(8, 4, 1, 2, 7);
    }

    @Test
    void storesOneStatusPerExitAndTheCountsAddUp() throws IOException {
        insertWorkedExample();
        rows.watermark("dcyf", "homelessness", "2024-09-30");
        link();

        var result = new MeasureRun(records).run(NIGHT);

        assertThat(result.values())
                .extracting(value -> value.measure().id(), MeasureValue::numerator, MeasureValue::denominator)
                .containsExactly(
                        tuple("hl.return_ph_180d", 5L, 10L),
                        tuple("hl.return_ph_365d", 6L, 10L),
                        tuple("hl.return_ph_730d", 7L, 9L));
        assertThat(rows.ask("select count(*) from measure.event_status")).isEqualTo("30");
        assertThat(rows.ask("select count(*) from measure.event_status where service_start is null"))
                .isEqualTo("0");
        assertThat(records.latest()).isEqualTo(result.values());
        assertThat(rows.ask("select finished_at >= as_of from measure.run")).isEqualTo("t");
    }

    @Test
    void tellsWhoShowsTheEventAndHowStrongTheLinkIs() {
        rows.client("harborlight", "c1", ANA)
                .client("bridgeway", "b1", "first_name=Ana; last_name=Cruz; birth_date=1990-05-17")
                .client("dcyf", "d1", ANA)
                .program("harborlight", "p", "program_type=emergency_shelter")
                .enrollment("harborlight", "e1", "client_key=c1; program_key=p; entry_date=2026-01-02")
                .exit("harborlight", "e1", "exit_date=2026-02-01; destination=410")
                .enrollment("bridgeway", "e9", "client_key=b1; program_type=safe_haven; entry_date=2026-03-01")
                .event("dcyf", "s1", "client_key=d1; event_type=shelter_stay; event_date=2026-03-05")
                .event("dcyf", "s2", "client_key=d1; event_type=shelter_stay; event_date=2026-05-05")
                .watermark("dcyf", "homelessness", "2026-09-30");
        link();

        new MeasureRun(records).run(NIGHT);

        assertThat(rows.ask("select status || ' ' || event_sender || ' ' || link_grade from measure.event_status"
                        + " where measure = 'hl.return_ph_180d'"))
                .isEqualTo("NUM bridgeway analytic");
        assertThat(rows.ask(
                        "select string_agg(event_sender || ' ' || event_key || ' ' || w.link_grade, ', ' order by 1)"
                                + " from (select s.* from measure.event_seen s join measure.event_status e using"
                                + " (event_status_id) where e.measure = 'hl.return_ph_180d') w"))
                .isEqualTo("bridgeway e9 analytic, dcyf s1 disclosure");
        assertThat(rows.ask("select status || ' ' || event_date from measure.event_status"
                        + " where measure = 'hl.return_ph_365d'"))
                .isEqualTo("IMMATURE 2026-03-01");
    }

    @Test
    void findsReportsAfterPreventiveServices() {
        rows.client("harborlight", "c1", ANA)
                .client("dcyf", "d1", ANA)
                .enrollment(
                        "harborlight", "e1", "client_key=c1; program_type=family_preservation; entry_date=2025-06-01")
                .exit("harborlight", "e1", "exit_date=2025-08-31")
                .event(
                        "dcyf",
                        "r1",
                        "client_key=d1; event_type=maltreatment_report; event_date=2026-02-28; disposition=screened_in")
                .watermark("dcyf", "child_welfare", "2026-08-31");
        link();

        var values = new MeasureRun(records).run(NIGHT).values();

        assertThat(values).extracting(MeasureValue::numerator).containsExactly(0L, 1L);
        assertThat(values).extracting(MeasureValue::denominator).containsExactly(1L, 1L);
    }

    @Test
    void doubtfulPairMakesTheClientUnsearchableInThatSourceOnly() {
        rows.client("harborlight", "c1", ANA + "; name_suffix=Sr")
                .client("dcyf", "d1", ANA + "; name_suffix=Jr")
                .enrollment(
                        "harborlight", "e1", "client_key=c1; program_type=family_preservation; entry_date=2025-06-01")
                .exit("harborlight", "e1", "exit_date=2025-08-31")
                .enrollment("harborlight", "e2", "client_key=c1; program_type=emergency_shelter; entry_date=2025-06-01")
                .exit("harborlight", "e2", "exit_date=2025-08-31; destination=410")
                .watermark("dcyf", "child_welfare", "2026-08-31")
                .watermark("bridgeway", "homelessness", "2026-08-31");
        link();

        new MeasureRun(records).run(NIGHT);

        assertThat(rows.ask("select string_agg(status || coalesce(' ' || reason, ''), ', ' order by measure) from"
                        + " measure.event_status where measure in ('cw.subsequent_involvement_6m',"
                        + " 'hl.return_ph_180d')"))
                .isEqualTo("UNKNOWN NO_LINK, DEN_ONLY");
    }

    @Test
    void feedThatNeverCameLeavesAGap() {
        rows.client("harborlight", "c1", ANA)
                .enrollment("harborlight", "e1", "client_key=c1; program_type=emergency_shelter; entry_date=2025-06-01")
                .exit("harborlight", "e1", "exit_date=2025-08-31; destination=410")
                .watermark("dcyf", "homelessness", "2026-08-31");
        link();
        assertThat(statusOfTheOnlyExit()).isEqualTo("DEN_ONLY");

        rows.insert("intake.feed", "sender=bridgeway; name=stays; mapping=x; completes=homelessness; status=testing");
        assertThat(statusOfTheOnlyExit()).isEqualTo("DEN_ONLY");
        rows.run("update intake.feed set status = 'live'");
        assertThat(statusOfTheOnlyExit()).isEqualTo("UNKNOWN SOURCE_GAP");
    }

    private String statusOfTheOnlyExit() {
        var run = new MeasureRun(records).run(NIGHT).run();
        return rows.ask("select status || coalesce(' ' || reason, '') from measure.event_status"
                + " where measure = 'hl.return_ph_180d' and run_id = " + run);
    }

    @Test
    void recordsKeptOutOfLinkageAreUnknown() {
        rows.client("harborlight", "c1", ANA + "; identifiers_hashed=true")
                .enrollment("harborlight", "e1", "client_key=c1; program_type=emergency_shelter; entry_date=2025-06-01")
                .exit("harborlight", "e1", "exit_date=2025-08-31; destination=410")
                .watermark("dcyf", "homelessness", "2026-08-31");
        link();

        var value = new MeasureRun(records).run(NIGHT).values().get(0);

        assertThat(value.count(Status.UNKNOWN)).isEqualTo(1);
        assertThat(value.percent()).isEmpty();
    }

    private void insertWorkedExample() throws IOException {
        var known = new HashSet<String>();
        var number = 0;
        for (var row : workedExample()) {
            var client = row.getField("client");
            if (known.add(client)) {
                var letter = client.charAt(0) - 'A';
                rows.client(
                        "harborlight",
                        client,
                        "first_name=Synthetic" + client + "; last_name=Example" + client + "; birth_date=1980-02-1"
                                + letter);
            }
            var key = "e" + number++;
            rows.enrollment(
                    "harborlight",
                    key,
                    "client_key=" + client + "; program_type=" + row.getField("program_type") + "; entry_date="
                            + row.getField("entry"));
            if (!row.getField("exit").isEmpty()) {
                rows.exit(
                        "harborlight",
                        key,
                        "exit_date=" + row.getField("exit") + "; destination=" + row.getField("destination"));
            }
        }
    }

    private static List<NamedCsvRecord> workedExample() throws IOException {
        var stream = Objects.requireNonNull(MeasureIT.class.getResourceAsStream("/measure/g1.csv"));
        var rows = new ArrayList<NamedCsvRecord>();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.forEach(rows::add);
        }
        return rows;
    }

    private void link() {
        var index = new JooqClientIndex(new Database(server.hub()));
        new LinkageRun(index, new DeterministicEngine()).run(NIGHT);
    }
}
