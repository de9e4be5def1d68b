package org.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiveTest {

    private static Receive receive(String receive) {
        return MappingText.compiled("""
            mapping: made-up/feed
            title: Made up
            receive: %s
            source: {format: csv, fields: {id: {column: Id, type: string}}}
            write: [{to: organization, key: id, set: {name: id}}]
            """.formatted(receive)).receive();
    }

    @Test
    void tellsCapturesOfItsFilesOnly() {
        FileName name = receive("{content: append, name: 'HL_(?<run>\\d{8})(_(?<part>\\d))?\\.csv'}")
                .name();

        assertThat(name.captures("HL_20261005_2.csv")).contains(Map.of("run", "20261005", "part", "2"));
        assertThat(name.captures("HL_20261005.csv")).contains(Map.of("run", "20261005"));
        assertThat(name.captures("HL_20261005.csv.tmp")).isEmpty();
        assertThat(receive("{content: append}").name().captures("anything")).contains(Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{from: run, covers: P7D}|20261005|2026-10-05|2026-10-11",
                "{to: run, covers: P7D}|20261005|2026-09-28|2026-10-04",
                "{from: run, covers: P1D}|2026-10-05|2026-10-05|2026-10-05",
                "{from: run, covers: P1M}|2026-02|2026-02-01|2026-02-28",
                "{to: run, covers: P1M}|20260301|2026-02-01|2026-02-28",
                "{from: file.run, to: received.on}|2026-10|2026-10-01|2026-10-06",
            })
    void tellsThePeriod(String rule, String run, LocalDate from, LocalDate to) {
        Facts facts = new Facts(Map.of("file.run", run, "received.on", LocalDate.of(2026, 10, 6)));

        assertThat(period(rule).period(facts)).contains(new Period(from, to));
    }

    private static PeriodRule period(String rule) {
        return receive("{content: append, name: '(?<run>.*)', period: " + rule + "}")
                .period();
    }

    @Test
    void refusesAPeriodThatTheFactsDoNotTell() {
        PeriodRule rule = period("{from: run, covers: P7D}");

        assertThatThrownBy(() -> rule.period(new Facts(Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The period cannot be told: `run` has no value.");
        assertThatThrownBy(() -> rule.period(new Facts(Map.of("file.run", "20261399"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The period cannot be told: `run` is not a day written as yyyyMMdd, yyyy-MM-dd or yyyy-MM.");
        assertThat(receive("{content: append}").period().period(new Facts(Map.of())))
                .isEmpty();
    }

    @Test
    void answersAboutSnapshots() {
        Receive receive = receive("{content: snapshot, snapshot_if: \"file.name.contains('full')\","
                + " snapshot: {close_at_most: {records: 1, percent: 2.5}}}");

        assertThat(receive.snapshotIf().holds(new Facts(Map.of("file.name", "full.csv"))))
                .isTrue();
        assertThat(receive.snapshotIf().holds(new Facts(Map.of("file.name", "delta.csv"))))
                .isFalse();
        assertThat(receive.snapshotIf().holds(new Facts(Map.of()))).isFalse();
        assertThat(receive.limit()).isEqualTo(new SnapshotLimit(1, 2.5));
        assertThat(receive("{content: snapshot}").limit()).isEqualTo(new SnapshotLimit(3, 5));
    }

    @Test
    void answersAboutCounts() {
        CountRule rule = receive("{content: append, hold_file_if: 'bad_rows * 20 > rows || last_rows / rows > 2'}")
                .holdFileIf();

        assertThat(rule.holds(100, 5, 100)).isFalse();
        assertThat(rule.holds(100, 6, 100)).isTrue();
        assertThat(rule.holds(100, 0, 300)).isTrue();
        assertThat(rule.holds(0, 0, 0))
                .as("a rule without an answer holds the file")
                .isTrue();
        assertThat(receive("{content: append}").holdFileIf().holds(0, 9, 9)).isFalse();
    }

    @Test
    void knowsZoneAndDoneFile() {
        Receive receive = receive(
                "{content: changes, zone: America/Denver, complete: {done_file: '{name}.ok', rows: rows, sha256:"
                        + " sha256}}");

        assertThat(receive.zone()).isEqualTo(ZoneId.of("America/Denver"));
        assertThat(receive.doneFile()).contains("{name}.ok");
        assertThat(receive.content()).isEqualTo(Content.CHANGES);
        assertThat(receive("{content: append}").zone()).isEqualTo(ZoneId.of("America/New_York"));
    }
}
