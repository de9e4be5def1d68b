package org.throughline.find;

/** Everything that was found. */
public record Found(
        Hits<FoundSubmission> submissions, Hits<FoundRecord> records, Hits<FoundRow> rows, Hits<FoundClient> clients) {

    /** True where nothing was. */
    public boolean isEmpty() {
        return submissions.all() + persons() == 0;
    }

    /** How many records, rows and clients there are. */
    long persons() {
        return records.all() + rows.all() + clients.all();
    }
}
