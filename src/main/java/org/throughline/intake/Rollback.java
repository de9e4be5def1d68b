package org.throughline.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.throughline.problem.RefusedException;

/**
 * What has to be withdrawn so that things stand as they stood when an older version was the last one published.
 *
 * @param effective first day of a reporting period that the older version maps again
 * @param withdraws publications that count no more
 */
record Rollback(LocalDate effective, List<Long> withdraws) {

    static Rollback to(MappingVersion older, List<Publication> all) {
        List<Publication> live = all.stream().filter(Publication::inForce).toList();
        if (live.isEmpty()) {
            throw new RefusedException("No version of this mapping is published, so that there is nothing to go back"
                    + " from. mapping publish proposes the file as it stands.");
        }
        if (live.get(live.size() - 1).version() == older.version()) {
            throw new RefusedException("Version " + older.number() + " is the one published last.");
        }
        Optional<Publication> stood = last(live, older);
        if (stood.isPresent()) {
            return new Rollback(stood.get().effective(), after(live, stood.get().number()));
        }
        return last(all.stream().filter(one -> one.approval().isPresent()).toList(), older)
                .map(withdrawn -> new Rollback(withdrawn.effective(), List.of()))
                .orElseGet(() -> new Rollback(first(live), after(live, 0)));
    }

    private static Optional<Publication> last(List<Publication> publications, MappingVersion version) {
        return publications.stream()
                .filter(publication -> publication.version() == version.version())
                .reduce((first, second) -> second);
    }

    private static List<Long> after(List<Publication> live, long number) {
        return live.stream()
                .map(Publication::number)
                .filter(later -> later > number)
                .toList();
    }

    private static LocalDate first(List<Publication> live) {
        return live.stream()
                .map(Publication::effective)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }
}
