package org.throughline.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Map;

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
        public List<Look> looks(int each) {
            return List.of();
        }

        @Override
        public List<Used> used(Instant since) {
            return List.of();
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

    /**
     * How a member of a loaded submission looked.
     *
     * @param filled column to how many of its records have it
     */
    record Look(
            String sender, String mapping, String member, long submission, long records, Map<String, Long> filled) {}

    /**
     * How often something was made of canonical records, and when last.
     *
     * @param user as a {@link Need} names it
     * @param sender whose records it was made of; empty text for those of all
     */
    record Used(String user, String sender, long times, Instant last) {}

    /** How many current records have each field. */
    List<Filled> filled();

    /** The latest submissions of every feed, the newest first. */
    List<Recent> recent(int each);

    /** Which columns keep records of those submissions from being accepted. */
    List<Troubled> troubled(int each);

    /** How the latest loaded files of every feed looked, the newest first; formats that are no table are left out. */
    List<Look> looks(int each);

    /** What was made of canonical records since then. */
    List<Used> used(Instant since);
}
