package org.throughline.route;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.throughline.problem.ProblemCode;

/** Tells what stays in a folder after a look: nothing is passed over in silence, and nothing strange is touched. */
final class LeftBehind {
    private static final int AT_MOST = 50;

    private final String place;
    private final Predicate<String> known;

    /**
     * A folder.
     *
     * @param place the folder in words, such as inbox of harborlight
     * @param known true for a name that belongs there
     */
    LeftBehind(String place, Predicate<String> known) {
        this.place = place;
        this.known = known;
    }

    /** Notes the names that are refused or unknown. Files that are not whole yet, and done-files, are no news. */
    void report(Map<String, Long> left, PullOutcome outcome) {
        int told = 0;
        int untold = 0;
        for (Map.Entry<String, Long> file : left.entrySet()) {
            Optional<Notice> notice = notice(file.getKey(), file.getValue());
            if (notice.isPresent() && told < AT_MOST) {
                outcome.note(file.getKey(), notice.get().code(), notice.get().fact());
                told++;
            } else if (notice.isPresent()) {
                untold++;
            }
        }
        if (untold > 0) {
            outcome.note(
                    "more than " + AT_MOST,
                    ProblemCode.FILE_NAME,
                    "The " + place + " holds " + untold + " more names like these; they stay there.");
        }
    }

    private record Notice(ProblemCode code, String fact) {}

    private Optional<Notice> notice(String name, long size) {
        Optional<String> refusal = SafeName.refusal(name);
        if (refusal.isPresent()) {
            return Optional.of(new Notice(
                    ProblemCode.NAME_REFUSED,
                    "The " + place + " lists " + refusal.get() + "; it is neither read, moved nor deleted."));
        }
        if (size == Shelf.LINK) {
            return Optional.of(new Notice(
                    ProblemCode.NAME_REFUSED,
                    "File " + name + " in the " + place + " is a link; the hub follows none."));
        }
        if (SafeName.temporary(name) || SafeName.doneFile(name) || known.test(name)) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                ProblemCode.FILE_NAME,
                "File " + name + " in the " + place + " belongs to none of its feeds; it stays there."));
    }
}
