package org.throughline.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.throughline.intake.Channel;
import org.throughline.intake.ChannelMarks;
import org.throughline.intake.ChannelUse;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedId;
import org.throughline.intake.Receipt;

/** A hub with one channel, for tests: what arrives, what is told, and how long it would have waited is kept. */
final class ChannelScene implements AutoCloseable {
    /** Waits that were asked for; none was made. */
    final List<Duration> waits = new ArrayList<>();
    /** Makes the hub unable to take anything in. */
    boolean failing;
    /** Columns that the feed's mapping does not know. */
    final List<String> unknown = new ArrayList<>();

    private final Path folder;
    private final String route;
    private final Map<String, String> parameters = new TreeMap<>();
    private final List<FeedEvent> events = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> doneFiles = new ArrayList<>();
    private final ChannelMarks marks = ChannelMarks.forgetful();
    private HubRoutes routes;
    private boolean added;

    ChannelScene(Path folder, String route) {
        this.folder = folder;
        this.route = route;
        start();
    }

    private void start() {
        ChannelSetting setting = new ChannelSetting(
                ChannelKinds.ALL,
                marks,
                waits::add,
                Optional.of(folder.resolve("drivers")),
                (feed, header) -> header.stream()
                        .filter(unknown::contains)
                        .map(column -> "The column `" + column + "` is not known to the mapping.")
                        .toList());
        routes = new HubRoutes(
                new RouteSetting(
                        folder.resolve("spool"),
                        Optional.of(Path.of("routes")),
                        Clock.fixed(Partnership.NOW, ZoneOffset.UTC),
                        setting),
                (sender, name) -> Optional.empty(),
                this::keep,
                events::add);
        routes.start();
        added = false;
    }

    private Receipt keep(Delivery delivery) {
        if (failing) {
            throw new IllegalStateException("The database is not there.");
        }
        try {
            texts.add(Files.readString(delivery.file()));
            doneFiles.add(delivery.doneFile().orElse(""));
            return Partnership.told(delivery);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Names and values of parameters, in turn. */
    ChannelScene with(String... more) {
        for (int at = 0; at < more.length; at += 2) {
            parameters.put(more[at], more[at + 1]);
        }
        return this;
    }

    Channel channel() {
        boolean delivers = ChannelKinds.uses().get(route) == ChannelUse.DELIVER;
        Optional<FeedId> feed = delivers ? Optional.empty() : Optional.of(new FeedId(Partnership.SENDER, "bookings"));
        return new Channel(Partnership.SENDER, "bookings-api", route, feed, parameters);
    }

    Pulled pull() {
        added();
        return routes.pull(channel());
    }

    Handover deliver(String name, byte[] content) {
        added();
        return routes.deliver(Partnership.SENDER, OutgoingFolder.OUTCOMES, name, content);
    }

    private void added() {
        if (!added) {
            routes.add(channel());
            added = true;
        }
    }

    /** The process ends and another one starts. */
    void restart() {
        routes.close();
        start();
    }

    Optional<String> mark() {
        return marks.mark(channel());
    }

    List<String> texts() {
        return texts;
    }

    List<String> doneFiles() {
        return doneFiles;
    }

    /** Code and fact of every event. */
    List<String> told() {
        return events.stream().map(event -> event.code() + " " + event.fact()).toList();
    }

    @Override
    public void close() {
        routes.close();
    }
}
