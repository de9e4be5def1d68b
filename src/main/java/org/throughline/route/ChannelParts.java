package org.throughline.route;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.throughline.intake.Channel;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedEvents;
import org.throughline.problem.ProblemCode;

/**
 * What every transport may use.
 *
 * @param feeds tells the feed of a file by its name
 * @param arrivals takes in what arrived, and says what became of it
 * @param served true for a partner that this process serves now
 */
record ChannelParts(
        Templates templates,
        ProducerTemplate producer,
        Spool spool,
        FeedRouter feeds,
        Arrivals arrivals,
        FeedEvents events,
        ChannelSetting setting,
        Clock clock,
        Predicate<String> served) {

    /** Makes the channel's route of its template: what the partner file states, and what the hub gives. */
    Route route(Channel channel, Map<String, String> given, Map<String, Object> beans) {
        Map<String, String> parameters = new LinkedHashMap<>(channel.parameters());
        parameters.putAll(given);
        return templates.add(channel.route(), routeId(channel), parameters, beans);
    }

    /** Takes the channel's route away. */
    void removeRoute(Channel channel) {
        templates.remove(routeId(channel));
    }

    /** Id of the channel's route; also a name that no other channel's endpoint has. */
    static String routeId(Channel channel) {
        return channel.sender() + "-channel-" + channel.name();
    }

    /** Notes how far a channel was read; another node that reads it meanwhile keeps its own note. */
    void keep(Channel channel, String mark) {
        if (served.test(channel.sender())) {
            setting.marks().keep(channel, mark);
        }
    }

    /** Records what went wrong on a channel. */
    FeedEvent tell(Channel channel, ProblemCode code, String fact) {
        FeedEvent event = FeedEvent.of(clock.instant(), channel, code, fact);
        events.record(event);
        return event;
    }
}
