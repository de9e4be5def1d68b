package org.throughline.setup;

import java.util.Optional;
import org.throughline.intake.Expectation;

/**
 * A feed of a partner: a name and the mapping that reads it.
 *
 * @param mapping id of the mapping, such as harborlight/fps-participants
 * @param status testing, certified, live or stopped
 * @param retest true where a published change of the mapping's source reopens testing
 * @param due when its submissions are due
 * @param completes kind of source that a loaded submission completes to its period's end: homelessness or child_welfare
 */
public record FeedEntry(
        String feed,
        String mapping,
        String status,
        boolean retest,
        Optional<Expectation> due,
        Optional<String> completes) {}
