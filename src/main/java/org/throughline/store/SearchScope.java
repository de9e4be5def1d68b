package org.throughline.store;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.throughline.find.Sought;
import org.throughline.find.TextShape;
import org.throughline.intake.FeedId;
import org.throughline.problem.NotFoundException;

/**
 * Where is looked. Keys are unique within a sender only and indexed so, hence the list of all senders where none is named.
 *
 * @param key the key that is looked for
 * @param feed number of the only feed; null for all
 */
record SearchScope(Sought sought, String key, String[] senders, Long feed) {

    static SearchScope of(DSLContext jooq, Sought sought) {
        Optional<Long> feed = sought.feed().map(id -> feed(jooq, id));
        List<String> senders = jooq
                .fetchValues(
                        "select sender from intake.sender where ?::text is null or sender = ?",
                        sought.onlySender().orElse(null),
                        sought.onlySender().orElse(null))
                .stream()
                .map(String.class::cast)
                .toList();
        if (senders.isEmpty()) {
            throw new NotFoundException("There is no sender of that name. feed status lists the feeds of all senders.");
        }
        return new SearchScope(sought, sought.text(), senders.toArray(String[]::new), feed.orElse(null));
    }

    private static Long feed(DSLContext jooq, FeedId id) {
        return jooq.fetchOptional(
                        "select feed_id from intake.feed where sender = ? and name = ?", id.sender(), id.name())
                .map(row -> row.get("feed_id", Long.class))
                .orElseThrow(() -> new NotFoundException("There is no feed " + id + ". feed status lists the feeds."));
    }

    TextShape shape() {
        return sought.shape();
    }

    int limit() {
        return sought.limit();
    }

    /** The same for a key of one sender. */
    SearchScope forKey(String sender, String other) {
        return new SearchScope(sought, other, new String[] {sender}, feed);
    }
}
