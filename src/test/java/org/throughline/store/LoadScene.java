package org.throughline.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.canonical.Entity;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedId;
import org.throughline.intake.Load;
import org.throughline.intake.Original;
import org.throughline.intake.Receipt;
import org.throughline.intake.RecordState;
import org.throughline.intake.Settling;
import org.throughline.intake.StagedRecord;
import org.throughline.intake.Submission;
import org.throughline.mapping.Content;
import org.throughline.mapping.Facts;
import org.throughline.mapping.MappingSource;
import org.throughline.mapping.Period;
import org.throughline.mapping.Receive;
import org.throughline.mapping.SnapshotLimit;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/** Submissions made by hand, to see how a load decides them. */
final class LoadScene {
    private static final String MEMBER = "rows.csv";
    private static final FeedId FEED = new FeedId("trial", "rows");

    private final Database database;
    private final Clock clock = Clock.fixed(Instant.parse("2026-10-06T22:00:00Z"), ZoneOffset.UTC);
    private final JooqLoads loads;
    private final JooqSubmissionLedger ledger;
    private long version;
    private int arrivals;

    LoadScene(DataSource hub) {
        database = new Database(hub);
        loads = new JooqLoads(database, clock);
        ledger = new JooqSubmissionLedger(database);
        version = new JooqMappingVersions(database, clock)
                .freeze(new MappingSource("rows", "rows.yaml", Map.of("rows.yaml", "mapping: rows")));
    }

    Database database() {
        return database;
    }

    /** A client with a last name. */
    static CanonicalRecord client(String key, String lastName) {
        return record(Entity.CLIENT_RECORD, key, Map.of("last_name", lastName));
    }

    /** An enrollment without an exit. */
    static CanonicalRecord enrollment(String key, String client, String entry) {
        return record(Entity.ENROLLMENT, key, Map.of("client_key", client, "entry_date", LocalDate.parse(entry)));
    }

    static CanonicalRecord exit(String key, String enrollment, String day) {
        return record(
                Entity.ENROLLMENT_EXIT, key, Map.of("enrollment_key", enrollment, "exit_date", LocalDate.parse(day)));
    }

    static CanonicalRecord record(Entity entity, String key, Map<String, Object> values) {
        return new CanonicalRecord(entity, key, new LinkedHashMap<>(values), Optional.empty(), false);
    }

    static CanonicalRecord changedAt(CanonicalRecord record, String time) {
        return new CanonicalRecord(
                record.entity(),
                record.key(),
                record.values(),
                Optional.of(LocalDateTime.parse(time)),
                record.retracted());
    }

    static CanonicalRecord retracted(CanonicalRecord record) {
        return new CanonicalRecord(record.entity(), record.key(), Map.of(), record.sourceUpdatedAt(), true);
    }

    /** Loads these records, one source record each, as changes. */
    Receipt load(CanonicalRecord... records) {
        return load(changes(), List.of(records));
    }

    Receipt load(Settling terms, List<CanonicalRecord> records) {
        return load(terms, records, List.of());
    }

    Receipt load(Settling terms, List<CanonicalRecord> records, List<StagedRecord> others) {
        Submission submission = arrive();
        try (Load load = loads.begin(submission, version)) {
            load.member(MEMBER, List.of("a", "b"));
            long number = 0;
            for (CanonicalRecord record : records) {
                load.stage(staged(++number, Optional.empty(), List.of(record), List.of()));
            }
            others.forEach(load::stage);
            load.settle(terms);
        }
        return receipt(submission.number());
    }

    Receipt receipt(long submission) {
        return new JooqReceipts(database, clock).receipt(submission);
    }

    JooqLoads loads() {
        return loads;
    }

    long version() {
        return version;
    }

    Submission submission(long number) {
        return ledger.submission(number).orElseThrow();
    }

    static StagedRecord staged(
            long number, Optional<RecordState> state, List<CanonicalRecord> records, List<Problem> problems) {
        return new StagedRecord(
                new Place(MEMBER, number, number + 1, number + 1, ""),
                "k" + number,
                state,
                List.of("x", "y"),
                records,
                problems);
    }

    static Settling changes() {
        return terms(Optional.empty(), false);
    }

    static Settling snapshot(String from, String to) {
        return terms(Optional.of(new Period(LocalDate.parse(from), LocalDate.parse(to))), true);
    }

    static Settling waiving(Settling terms, String code) {
        return new Settling(
                terms.receive(),
                terms.facts(),
                terms.period(),
                terms.snapshot(),
                terms.closedByAbsence(),
                terms.notTaken(),
                Set.of(code));
    }

    private static Settling terms(Optional<Period> period, boolean snapshot) {
        Receive receive = new Receive(
                name -> Optional.of(Map.of()),
                snapshot ? Content.SNAPSHOT : Content.CHANGES,
                facts -> period,
                facts -> snapshot,
                (rows, bad, last) -> false,
                new SnapshotLimit(3, 5),
                Optional.empty(),
                ZoneId.of("America/New_York"),
                List.of());
        return new Settling(
                receive,
                new Facts(Map.of("received.on", LocalDate.of(2026, 10, 6))),
                period,
                snapshot,
                Map.of(MEMBER, Set.of(Entity.ENROLLMENT, Entity.ENROLLMENT_EXIT)),
                List.of(),
                Set.of());
    }

    private Submission arrive() {
        String hash = "%064x".formatted(++arrivals);
        return ledger.receive(
                ledger.trialFeed(FEED, "rows"),
                new Delivery(FEED, java.nio.file.Path.of("rows.csv"), "rows.csv", Optional.empty()),
                new Original(hash, 10),
                clock.instant());
    }

    /** Current keys of an entity, in order. */
    List<String> current(Entity entity) {
        return database.read(jooq -> jooq.fetch("select key from " + entity.schema() + "." + entity.table()
                        + " where recorded_to is null order by key")
                .map(row -> row.get(0, String.class)));
    }
}
