package org.throughline.find;

/** What is stored, found by a piece of it. Every kind is an access by an index, however much is stored. */
public interface FindIndex {

    /** Submissions by number, by name of the file or its beginning, and by hash of the original or its beginning; newest first. */
    Hits<FoundSubmission> submissions(Sought sought);

    /**
     * Records by key.
     *
     * @param values true to tell their fields
     */
    Hits<FoundRecord> records(Sought sought, boolean values);

    /** Rows in trouble by key, newest submission first, or the one row that the text names. */
    Hits<FoundRow> rows(Sought sought);

    /**
     * Clients by joint id and by a sender's client number.
     *
     * @param values true to tell every sender's client number
     */
    Hits<FoundClient> clients(Sought sought, boolean values);
}
