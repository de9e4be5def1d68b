package org.throughline.setup;

/** Reads {@code retention:} of a partner file. */
final class RetentionReader {
    private static final String SPAN = "a span such as 90 days, 18 months or 7 years";
    private static final String SHORTEST = "1 day";
    private static final String LONGEST = "99999 years";

    private RetentionReader() {}

    static Retention read(SetupNode node) {
        Retention retention = new Retention(
                node.requiredParsed("originals", Retention::span, SPAN, SHORTEST),
                node.requiredParsed("records", Retention::span, SPAN, LONGEST),
                node.required("reason"));
        if (retention.originalsOutliveRecords()) {
            node.find(
                    "originals",
                    "Originals are kept for " + retention.originals() + " and records for " + retention.records()
                            + ": an original that outlives its records would bring them back. Keep originals no longer"
                            + " than records.");
        }
        node.finish();
        return retention;
    }
}
