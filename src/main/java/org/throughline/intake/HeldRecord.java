package org.throughline.intake;

import java.util.List;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/**
 * A record that waits for a correction or a ruling.
 *
 * @param submission its submission
 * @param place where it stands in the file
 * @param key the sender's key, as far as it could be read
 * @param problems why it is held
 */
public record HeldRecord(
        long submission,
        FeedId feed,
        String fileName,
        Place place,
        String key,
        RecordState state,
        List<Problem> problems) {

    public HeldRecord {
        problems = List.copyOf(problems);
    }

    /** Names no key. */
    @Override
    public String toString() {
        return "HeldRecord[" + submission + ", " + feed + ", " + place + ", " + state + "]";
    }
}
