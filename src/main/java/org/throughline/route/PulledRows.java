package org.throughline.route;

import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.intake.Channel;
import org.throughline.intake.ChannelMarks;
import org.throughline.intake.Delivery;
import org.throughline.intake.Receipt;
import org.throughline.intake.SubmissionStatus;

/**
 * What one pull of a channel brought, as one file with its row count and hash attested. A pull without rows is submitted once:
 * empty and missing are two things. When the next one brings the same nothing, it is noted that the channel was read, and no more.
 *
 * @param name name of the submission
 */
record PulledRows(Path file, String name, long count) {
    private static final Logger LOG = LoggerFactory.getLogger(PulledRows.class);

    /** Submits the file where it says anything new; true where it did. */
    boolean submit(Channel channel, ChannelParts parts) {
        String sha256 = Parcel.sha256(file);
        ChannelMarks marks = parts.setting().marks();
        if (count == 0 && marks.nothingNew(channel, sha256)) {
            LOG.info("Channel {} has nothing new.", channel.id());
            return false;
        }
        String attested = "rows=" + count + "\nsha256=" + sha256 + "\n";
        Receipt receipt = parts.arrivals()
                .arrived(new Delivery(channel.feed().orElseThrow(), file, name, Optional.of(attested))
                        .on(Delivery.Way.PULLED));
        marks.submitted(channel, count == 0 && taken(receipt.status()) ? Optional.of(sha256) : Optional.empty());
        return true;
    }

    /** A file that is held or refused is submitted again: perhaps the mapping was mended. */
    private static boolean taken(SubmissionStatus status) {
        return status == SubmissionStatus.LOADED || status == SubmissionStatus.DUPLICATE;
    }
}
