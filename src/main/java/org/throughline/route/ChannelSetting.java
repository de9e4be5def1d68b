package org.throughline.route;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.throughline.intake.ChannelMarks;
import org.throughline.intake.FeedHeaders;

/**
 * What channels need to know of their surroundings.
 *
 * @param kinds the transports
 * @param marks how far channels were read
 * @param pause the wait before something is tried again
 * @param drivers folder of dropped-in JDBC drivers
 * @param headers tells whether a feed's mapping can read certain columns
 */
public record ChannelSetting(
        List<ChannelKind> kinds, ChannelMarks marks, Pause pause, Optional<Path> drivers, FeedHeaders headers) {

    public ChannelSetting {
        kinds = List.copyOf(kinds);
    }

    /** Every transport; how far channels were read is kept here. */
    public static ChannelSetting of(ChannelMarks marks, Path drivers, FeedHeaders headers) {
        return new ChannelSetting(ChannelKinds.ALL, marks, Pause.REAL, Optional.of(drivers), headers);
    }

    /** Every transport, for routes that only deliver. */
    public static ChannelSetting delivering(Path drivers) {
        return of(ChannelMarks.forgetful(), drivers, FeedHeaders.UNKNOWN);
    }

    /** Every transport, for routes that pull nothing: how far channels were read is forgotten with the process. */
    public static ChannelSetting forgetful() {
        return new ChannelSetting(
                ChannelKinds.ALL, ChannelMarks.forgetful(), Pause.REAL, Optional.empty(), FeedHeaders.UNKNOWN);
    }
}
