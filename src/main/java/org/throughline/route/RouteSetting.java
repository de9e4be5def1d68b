package org.throughline.route;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * What the routes need to know of their surroundings.
 *
 * @param spool folder for files on their way in; the hub's own, emptied at start
 * @param sealed folder for files that were sealed and delivered; all nodes share it
 * @param routes folder of the installation's routes; empty for the ones that come with the hub
 * @param clock stamps archived files and events
 * @param channels what channels need besides
 */
public record RouteSetting(Path spool, Path sealed, Optional<Path> routes, Clock clock, ChannelSetting channels) {

    /** For routes whose sealed files stand beside the spool. */
    public RouteSetting(Path spool, Optional<Path> routes, Clock clock, ChannelSetting channels) {
        this(spool, spool.resolveSibling("sealed"), routes, clock, channels);
    }

    /** For routes that read no channel, or may read them from the start after each start. */
    public RouteSetting(Path spool, Optional<Path> routes, Clock clock) {
        this(spool, routes, clock, ChannelSetting.forgetful());
    }
}
