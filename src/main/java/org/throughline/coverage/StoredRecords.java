package org.throughline.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the hub has stored, as far as it tells how well fields are supplied. Counts only, no value. */
public interface StoredRecords {
    /** Nothing is known: there is no database. */
    StoredRecords UNKNOWN = new StoredRecords() {
        @Override
        public List<Filled> filled() {
            return List.of();
        }

        @Override
        public List<Recent> recent(int each) {
            return List.of();
        }

        @Override
        public List<Troubled> troubled(int each) {
            return List.of();
        }

        @Override
        public Set<String> measured(Instant since) {
            return Set.of();
        }
    };

    /**
     * The current records of a sender.
     *
     * @param fields field to how many of them have it
     */
    record Filled(String sender, String entity, long records, Map<String, Long> fields) {}

    /**
     * A submission that was loaded or held.
     *
     * @param good records that were accepted or unchanged
     */
    record Recent(String sender, String feed, String mapping, long submission, long read, long good) {}

    /** Records of a mapping's latest submissions that are held or rejected for what stands in a column. */
    record Troubled(String sender, String mapping, String column, long records) {}

    /** How many current records have each field. */
    List<Filled> filled();

    /** The latest submissions of every feed, the newest first. */
    List<Recent> recent(int each);

    /** Which columns keep records of those submissions from being accepted. */
    List<Troubled> troubled(int each);

    /** The measures that were computed since then. */
    Set<String> measured(Instant since);
}
