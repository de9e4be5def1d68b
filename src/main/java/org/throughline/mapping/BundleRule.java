package org.throughline.mapping;

import java.util.Map;
import java.util.Optional;

/**
 * What a mapping says about an archive.
 *
 * @param control member whose first record gives facts about the whole (HMIS Export.csv)
 * @param notTaken member name or glob to the reason why the hub has no place for it
 * @param noteNewMembers true where an unknown member is reported and left aside; false where it holds the bundle
 */
public record BundleRule(Optional<String> control, Map<String, String> notTaken, boolean noteNewMembers) {

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
