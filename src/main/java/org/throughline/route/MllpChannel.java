package org.throughline.route;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.throughline.intake.Channel;
import org.throughline.intake.ChannelUse;
import org.throughline.intake.FeedId;
import org.throughline.problem.SetupException;

/** HL7 messages by MLLP: the hub listens on a port as long as the channel is open. Every message is a submission of its feed. */
final class MllpChannel implements ChannelKind {
    static final String ROUTE = "mllp-listen";

    @Override
    public String route() {
        return ROUTE;
    }

    @Override
    public ChannelUse use() {
        return ChannelUse.LISTEN;
    }

    @Override
    public Set<String> reads() {
        return Set.of("processing", "answers");
    }

    @Override
    public OpenChannel open(Channel channel, ChannelParts parts) {
        FeedId feed = channel.feed()
                .orElseThrow(() -> new SetupException(
                        "Channel " + channel.id() + " names no feed; say which feed its messages belong to."));
        MllpDesk.Ports ports = new MllpDesk.Ports(
                parts.spool(),
                parts.arrivals()::arrived,
                (code, fact) -> parts.tell(channel, code, fact),
                parts.clock());
        MllpDesk desk = new MllpDesk(channel.name(), feed, MllpDesk.Terms.of(channel.parameters()), ports);
        try {
            parts.route(channel, Map.of(), Map.of("desk", desk));
        } catch (RuntimeException failed) {
            parts.removeRoute(channel);
            throw setup(failed)
                    .orElseGet(() -> new SetupException("Channel " + channel.id() + " cannot listen on port "
                            + channel.parameter("port").orElse("")
                            + ": the port is taken, or this machine does not have the address. Choose another one."));
        }
        return () -> parts.removeRoute(channel);
    }

    private static Optional<SetupException> setup(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .filter(SetupException.class::isInstance)
                .map(SetupException.class::cast)
                .findFirst();
    }
}
