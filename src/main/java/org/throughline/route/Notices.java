package org.throughline.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedEvents;

/** Tells what one look into a folder found, and only what the look before did not find already. */
final class Notices {
    private final FeedEvents events;
    private final List<FeedEvent> found = new ArrayList<>();
    private Set<String> before = new HashSet<>();
    private Set<String> now = new HashSet<>();

    Notices(FeedEvents events) {
        this.events = events;
    }

    /** Starts a look. */
    void begin() {
        found.clear();
        now = new HashSet<>();
    }

    /** Notes something that was found; the subject tells apart what reads the same. True where it is new. */
    boolean note(String subject, FeedEvent event) {
        String key = event.code() + ' ' + subject;
        if (!now.add(key)) {
            return false;
        }
        found.add(event);
        if (before.contains(key)) {
            return false;
        }
        events.record(event);
        return true;
    }

    /** Ends a look; one that saw only a part forgets nothing. */
    List<FeedEvent> end(boolean sawEverything) {
        if (!sawEverything) {
            now.addAll(before);
        }
        before = now;
        return List.copyOf(found);
    }
}
