package org.throughline.route;

import java.util.Set;
import org.throughline.intake.Channel;
import org.throughline.intake.ChannelUse;

/** One transport: opens channels on the route template of the same name. */
interface ChannelKind {

    /** Name of the template in routes/. */
    String route();

    /** What its channels are for. */
    ChannelUse use();

    /** Parameters of the template that this class reads itself; the route uses all others. */
    default Set<String> reads() {
        return Set.of();
    }

    /**
     * Opens a channel: makes its routes, and listens from now on where that is its use.
     *
     * @throws org.throughline.problem.SetupException with everything that keeps it from being opened
     */
    OpenChannel open(Channel channel, ChannelParts parts);
}
