package org.throughline.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.intake.Channel;
import org.throughline.intake.ChannelUse;
import org.throughline.intake.FeedEvent;
import org.throughline.problem.ProblemCode;
import org.throughline.problem.SetupException;

/** The partners' channels. Each is opened when it is first needed; one that fails is its partner's event and nobody else's. */
final class OpenChannels {
    private static final Logger LOG = LoggerFactory.getLogger(OpenChannels.class);

    private final ChannelParts parts;
    private final Map<String, Channel> channels = new TreeMap<>();
    private final Map<String, OpenChannel> open = new TreeMap<>();

    OpenChannels(ChannelParts parts) {
        this.parts = parts;
    }

    /** Takes a channel up, or takes its changed setting. */
    synchronized void add(Channel channel) {
        kind(channel);
        remove(channel);
        channels.put(channel.id(), channel);
    }

    synchronized void remove(Channel channel) {
        Optional.ofNullable(open.remove(channel.id())).ifPresent(OpenChannel::close);
        channels.remove(channel.id());
    }

    /** Takes what is new on a channel now; nothing where it was let go meanwhile. */
    Pulled pull(Channel channel) {
        if (!isKnown(channel)) {
            return Pulled.NOTHING;
        }
        try {
            return opened(channel).pull();
        } catch (RuntimeException failed) {
            return new Pulled(List.of(), failure(channel, failed));
        }
    }

    /** Opens every channel that listens. */
    void listen() {
        using(ChannelUse.LISTEN).forEach(channel -> {
            try {
                opened(channel);
            } catch (RuntimeException failed) {
                failure(channel, failed);
            }
        });
    }

    /** Closes every channel that listens. */
    synchronized void hush() {
        using(ChannelUse.LISTEN)
                .forEach(channel ->
                        Optional.ofNullable(open.remove(channel.id())).ifPresent(OpenChannel::close));
    }

    /** The channel on which a partner gets its outcomes; empty where it gets them at its account. */
    Optional<Channel> delivering(String sender) {
        return using(ChannelUse.DELIVER).stream()
                .filter(channel -> channel.sender().equals(sender))
                .findFirst();
    }

    Handover deliver(Channel channel, Parcel parcel) {
        try {
            return opened(channel).deliver(parcel);
        } catch (RuntimeException failed) {
            return new Handover.Failed(failure(channel, failed).get(0));
        }
    }

    synchronized void close() {
        open.values().forEach(OpenChannel::close);
        open.clear();
        channels.clear();
    }

    private synchronized List<Channel> using(ChannelUse use) {
        return channels.values().stream()
                .filter(channel -> kind(channel).use() == use)
                .toList();
    }

    private synchronized boolean isKnown(Channel channel) {
        return channels.containsKey(channel.id());
    }

    private synchronized OpenChannel opened(Channel channel) {
        Channel known = Optional.ofNullable(channels.get(channel.id()))
                .orElseThrow(() -> new IllegalArgumentException("The " + channel + " was not added."));
        return open.computeIfAbsent(known.id(), id -> kind(known).open(known, parts));
    }

    private ChannelKind kind(Channel channel) {
        return parts.setting().kinds().stream()
                .filter(kind -> kind.route().equals(channel.route()))
                .findFirst()
                .orElseThrow(() -> new SetupException("Channel " + channel.id() + " names the route " + channel.route()
                        + ", which this hub does not have. Correct it in the partner file."));
    }

    private List<FeedEvent> failure(Channel channel, RuntimeException failed) {
        if (failed instanceof SetupException wrong) {
            return wrong.findings().stream()
                    .map(finding -> parts.tell(channel, ProblemCode.CHANNEL, finding))
                    .toList();
        }
        LOG.error("Channel {} failed.", channel.id(), failed);
        return List.of(
                parts.tell(channel, ProblemCode.ARRIVAL_FAILED, "Channel " + channel.id() + " failed inside the hub."));
    }
}
