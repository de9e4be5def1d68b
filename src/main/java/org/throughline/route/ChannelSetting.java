package org.throughline.route;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.throughline.intake.ChannelMarks;

/**
 * What channels need to know of their surroundings.
 *
 * @param kinds the transports
 * @param marks how far channels were read
 * @param pause the wait before something is tried again
 * @param drivers folder of dropped-in JDBC drivers
 */
public record ChannelSetting(List<ChannelKind> kinds, ChannelMarks marks, Pause pause, Optional<Path> drivers) {

    public ChannelSetting {
        kinds = List.copyOf(kinds);
    }

    /** Every transport; how far channels were read is kept here. */
    public static ChannelSetting of(ChannelMarks marks, Path drivers) {
        return new ChannelSetting(ChannelKinds.ALL, marks, Pause.REAL, Optional.of(drivers));
    }

    /** Every transport; how far channels were read is forgotten with the process. */
    public static ChannelSetting forgetful() {
        return new ChannelSetting(ChannelKinds.ALL, ChannelMarks.forgetful(), Pause.REAL, Optional.empty());
    }
}
