package org.throughline.route;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the routes need to know of their surroundings.
 *
 * @param spool folder for files on their way in; the hub's own, emptied at start
 * @param sealed folder for files that were sealed and delivered; all nodes share it
 * @param routes folder of the installation's routes; empty for the ones that come with the hub
 * @param clock stamps archived files and events
 * @param channels what channels need besides
 * @param served true for a partner whose folders this process may look into and change now
 */
public record RouteSetting(
        Path spool,
        Path sealed,
        Optional<Path> routes,
        Clock clock,
        ChannelSetting channels,
        Predicate<String> served) {

    /** For routes whose sealed files stand beside the spool. */
    public RouteSetting(Path spool, Optional<Path> routes, Clock clock, ChannelSetting channels) {
        this(spool, spool.resolveSibling("sealed"), routes, clock, channels, any -> true);
    }

    /** For routes that read no channel, or may read them from the start after each start. */
    public RouteSetting(Path spool, Optional<Path> routes, Clock clock) {
        this(spool, routes, clock, ChannelSetting.forgetful());
    }

    /** The same for a process that shares the partners with others. */
    public RouteSetting serving(Predicate<String> partner) {
        return new RouteSetting(spool, sealed, routes, clock, channels, partner);
    }
}
