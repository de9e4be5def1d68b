package org.throughline.measure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Synthetic histories for tests. */
final class TestHistories {
    static final RecordRef CLIENT = new RecordRef("harborlight", "c1");
    static final RecordRef AT_AGENCY = new RecordRef("dcyf", "d1");
    static final LinkGrades GRADES = (one, other) -> one.equals(other)
            ? LinkGrade.DISCLOSURE
            : LinkGrade.valueOf(other.clientKey().startsWith("weak") ? "ANALYTIC" : "DISCLOSURE");

    private TestHistories() {}

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static Stay stay(String key, String type, String entry, String exitAndDestination) {
        var parts = exitAndDestination.split(" ");
        var exit = parts[0].isEmpty() ? Optional.<LocalDate>empty() : Optional.of(day(parts[0]));
        return new Stay(CLIENT, key, type, day(entry), exit, parts.length > 1 ? parts[1] : "", Set.of("KY-500"));
    }

    static Occurrence report(String key, String date, String incident, String disposition) {
        var day = incident.isEmpty() ? Optional.<LocalDate>empty() : Optional.of(day(incident));
        return new Occurrence(AT_AGENCY, key, "maltreatment_report", day(date), day, disposition);
    }

    static ClientHistory history(List<Stay> stays, List<Occurrence> occurrences) {
        return new ClientHistory(Optional.of(1L), Set.of(CLIENT), Set.of(), stays, occurrences);
    }

    static ClientHistory.Snapshot snapshot(ClientHistory history, String observedThrough) {
        Map<Source, LocalDate> watermarks = new EnumMap<>(Source.class);
        for (var source : Source.values()) {
            watermarks.put(source, day(observedThrough));
        }
        return new ClientHistory.Snapshot(List.of(history), watermarks, GRADES);
    }

    static EventStatus status(Measure measure, ClientHistory history, String observedThrough) {
        return new StatusRule(measure, snapshot(history, observedThrough))
                .statuses(history)
                .get(0);
    }

    /** The clients of a file of stays. */
    static List<ClientHistory> read(String resource) {
        var stays = new LinkedHashMap<String, List<Stay>>();
        for (var row : rows(resource)) {
            var client = row.getField("client");
            var list = stays.computeIfAbsent(client, any -> new ArrayList<>());
            var exit = row.getField("exit");
            list.add(new Stay(
                    new RecordRef("harborlight", client),
                    client + list.size(),
                    row.getField("program_type"),
                    day(row.getField("entry")),
                    exit.isEmpty() ? Optional.empty() : Optional.of(day(exit)),
                    row.getField("destination"),
                    Set.of()));
        }
        var histories = new ArrayList<ClientHistory>();
        stays.forEach((client, list) -> histories.add(new ClientHistory(
                Optional.of((long) client.hashCode()),
                Set.of(new RecordRef("harborlight", client)),
                Set.of(),
                list,
                List.of())));
        return histories;
    }

    static List<NamedCsvRecord> rows(String resource) {
        var stream = Objects.requireNonNull(TestHistories.class.getResourceAsStream(resource));
        var rows = new ArrayList<NamedCsvRecord>();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.forEach(rows::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return rows;
    }
}
