package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.measure.TestHistories.GRADES;
import static org.throughline.measure.TestHistories.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class MeasurePropertyTest {
    static final List<Long> SEEDS = new Random(7305).longs(40).boxed().toList();
    private static final List<String> TYPES = List.of(
            "emergency_shelter", "street_outreach", "transitional_housing", "rapid_rehousing", "family_preservation");

    @ParameterizedTest
    @FieldSource("SEEDS")
    void everyIndexEventHasOneStatusAndTheyAddUp(long seed) {
        var statuses = MeasureRun.statuses(snapshot(histories(seed), "2025-06-30"));
        var values = MeasureRun.values(statuses);
        var keys = new HashSet<List<Object>>();

        statuses.forEach(status -> assertThat(keys.add(List.of(status.measure(), status.record(), status.indexKey())))
                .isTrue());
        assertThat(values.stream().mapToLong(MeasureValue::population).sum()).isEqualTo(statuses.size());
        assertThat(statuses)
                .allMatch(status -> status.reason().isPresent()
                        == (status.status() == Status.UNKNOWN || status.status() == Status.EXCLUDED));
        assertThat(statuses).extracting(EventStatus::status).contains(Status.NUM, Status.DEN_ONLY, Status.IMMATURE);
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void orderAndIrrelevantClientsChangeNothing(long seed) {
        var histories = histories(seed);
        var expected = MeasureRun.statuses(snapshot(histories, "2025-06-30"));
        var changed = new ArrayList<ClientHistory>();
        for (var history : histories) {
            changed.add(with(history, shuffled(history.stays(), seed), shuffled(history.occurrences(), seed)));
        }
        changed.add(new ClientHistory(Optional.of(999L), Set.of(), Set.of(), List.of(), List.of()));
        Collections.shuffle(changed, new Random(seed));

        assertThat(MeasureRun.statuses(snapshot(changed, "2025-06-30"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void duplicateEventsChangeNothing(long seed) {
        var histories = histories(seed);
        var doubled = histories.stream()
                .map(history -> {
                    var occurrences = new ArrayList<>(history.occurrences());
                    occurrences.addAll(history.occurrences());
                    return with(history, history.stays(), occurrences);
                })
                .toList();

        assertThat(MeasureRun.statuses(snapshot(doubled, "2025-06-30")))
                .isEqualTo(MeasureRun.statuses(snapshot(histories, "2025-06-30")));
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void laterWatermarkOnlyMovesRowsOutOfImmature(long seed) {
        var before = MeasureRun.statuses(snapshot(histories(seed), "2024-12-31"));
        var after = MeasureRun.statuses(snapshot(histories(seed), "2025-12-31"));

        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).status() != Status.IMMATURE) {
                assertThat(after.get(i).status()).isEqualTo(before.get(i).status());
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void mergingTwoClientsIsComputingOnTheUnion(long seed) {
        var histories = histories(seed);
        var one = histories.get(0);
        var other = histories.get(1);
        var merged = new ClientHistory(
                one.client(),
                union(one.searchable(), other.searchable()),
                Set.of(),
                joined(one.stays(), other.stays()),
                joined(one.occurrences(), other.occurrences()));
        var separate = MeasureRun.statuses(snapshot(List.of(one, other), "2025-06-30"));
        var together = MeasureRun.statuses(snapshot(List.of(merged), "2025-06-30"));

        assertThat(together).hasSameSizeAs(separate);
        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i).indexKey()).isEqualTo(separate.get(i).indexKey());
            if (isShelterEvent(separate.get(i))) {
                assertThat(together.get(i).event()).isPresent();
            }
        }
    }

    /** More stays can turn a move into permanent housing into a transition, but never hide a stay in a shelter. */
    private static boolean isShelterEvent(EventStatus status) {
        return status.event().filter(event -> event.key().startsWith("o")).isPresent();
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        var union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        var joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }

    private static <T> List<T> shuffled(List<T> list, long seed) {
        var shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static ClientHistory with(ClientHistory history, List<Stay> stays, List<Occurrence> occurrences) {
        return new ClientHistory(history.client(), history.searchable(), history.inReview(), stays, occurrences);
    }

    private static ClientHistory.Snapshot snapshot(List<ClientHistory> histories, String through) {
        var watermarks = Map.of(Source.HOMELESSNESS, day(through), Source.CHILD_WELFARE, day(through));
        return new ClientHistory.Snapshot(histories, watermarks, GRADES);
    }

    private static List<ClientHistory> histories(long seed) {
        var random = new Random(seed);
        var histories = new ArrayList<ClientHistory>();
        for (int client = 0; client < 40; client++) {
            var record = new RecordRef(random.nextBoolean() ? "harborlight" : "bridgeway", "c" + client);
            var searchable = random.nextInt(6) == 0 ? Set.<RecordRef>of() : Set.of(record);
            histories.add(new ClientHistory(
                    Optional.of((long) client), searchable, Set.of(), stays(random, record), events(random, client)));
        }
        return histories;
    }

    private static List<Stay> stays(Random random, RecordRef record) {
        var stays = new ArrayList<Stay>();
        for (int i = 0; i <= random.nextInt(5); i++) {
            var entry = someDay(random);
            var exit = random.nextInt(4) == 0
                    ? Optional.<LocalDate>empty()
                    : Optional.of(entry.plusDays(random.nextInt(200)));
            var type = TYPES.get(random.nextInt(TYPES.size()));
            var destination = random.nextBoolean() ? "410" : "101";
            stays.add(new Stay(record, record.clientKey() + "-" + i, type, entry, exit, destination, Set.of()));
        }
        return stays;
    }

    private static List<Occurrence> events(Random random, int client) {
        var events = new ArrayList<Occurrence>();
        for (int i = 0; i < random.nextInt(4); i++) {
            var type = random.nextBoolean() ? "shelter_stay" : "maltreatment_report";
            var date = someDay(random);
            var incident = random.nextBoolean()
                    ? Optional.of(date.minusDays(random.nextInt(90)))
                    : Optional.<LocalDate>empty();
            var record = new RecordRef("dcyf", (random.nextBoolean() ? "weak" : "d") + client);
            events.add(new Occurrence(record, "o" + client + "-" + i, type, date, incident, "screened_in"));
        }
        return events;
    }

    private static LocalDate someDay(Random random) {
        return day("2023-01-01").plusDays(random.nextInt(1000));
    }
}
