package org.throughline.intake;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Which version of a mapping counts from which day on, as two people published it; empty for a mapping that nobody published.
 *
 * @param entries by their first day; of two with the same day the last one counts
 */
public record Timetable(List<Entry> entries) {

    public Timetable {
        entries = List.copyOf(entries);
    }

    /** True where the mapping was never published, so that its file counts as it stands. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The version for a reporting period that starts on this day; before the first day, the first one. */
    public long on(LocalDate day) {
        long version = entries.get(0).version();
        for (Entry entry : entries) {
            if (!entry.from().isAfter(day)) {
                version = entry.version();
            }
        }
        return version;
    }

    /** The versions that count on some day, the latest first. */
    public List<Long> versions() {
        return entries.stream()
                .map(Entry::from)
                .sorted(Comparator.reverseOrder())
                .map(this::on)
                .distinct()
                .toList();
    }

    /** A version and the first day of a reporting period that it maps. */
    public record Entry(LocalDate from, long version) {}
}
