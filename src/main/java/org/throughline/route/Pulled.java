package org.throughline.route;

import java.util.List;
import org.throughline.intake.FeedEvent;
import org.throughline.problem.ProblemCode;

/**
 * What one look into a partner's folder brought.
 *
 * @param files names of the files that were taken in, in order
 * @param events what went wrong or was left behind, whether told before or not
 */
public record Pulled(List<String> files, List<FeedEvent> events) {
    /** Nothing was there, and nothing went wrong. */
    public static final Pulled NOTHING = new Pulled(List.of(), List.of());

    public Pulled {
        files = List.copyOf(files);
        events = List.copyOf(events);
    }

    /** True where the folder could not be read, or a file could not be taken in: look again later. */
    public boolean again() {
        return events.stream()
                .map(FeedEvent::code)
                .anyMatch(code -> code.equals(ProblemCode.TRANSPORT.name())
                        || code.equals(ProblemCode.HTTP_FAILED.name())
                        || code.equals(ProblemCode.DATABASE_FAILED.name())
                        || code.equals(ProblemCode.ARRIVAL_FAILED.name()));
    }
}
