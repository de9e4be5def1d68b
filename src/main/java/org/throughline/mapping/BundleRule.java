package org.throughline.mapping;

import java.util.Map;
import java.util.Optional;
import org.throughline.format.RecordKinds;
import org.throughline.problem.Level;

/**
 * What a mapping says about an archive, or about a file that holds several kinds of record.
 *
 * @param control member whose first record gives facts about the whole (HMIS Export.csv)
 * @param notTaken member name or glob to the reason why the hub has no place for it
 * @param newMembers what becomes of an unknown member: at HOLD_FILE it holds the bundle, at HOLD_ROW its records are held, at
 *     NOTE it is reported and left aside
 * @param kinds the file of several kinds of record; empty for an archive
 */
public record BundleRule(
        Optional<String> control, Map<String, String> notTaken, Level newMembers, Optional<RecordKinds> kinds) {

    public BundleRule {
        notTaken = Map.copyOf(notTaken);
    }

    /** Why this member is not taken, if the mapping says so. */
    public Optional<String> reasonNotTaken(String member) {
        return notTaken.entrySet().stream()
                .filter(entry -> glob(entry.getKey()).matcher(member).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static java.util.regex.Pattern glob(String text) {
        return java.util.regex.Pattern.compile("\\Q" + text.replace("*", "\\E.*\\Q") + "\\E");
    }
}
