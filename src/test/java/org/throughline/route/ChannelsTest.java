package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Processor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Channel;
import org.throughline.intake.ChannelMarks;
import org.throughline.intake.ChannelUse;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedHeaders;
import org.throughline.intake.FeedId;
import org.throughline.problem.SetupException;

/** What every transport gets from the hub, seen with a transport that only echoes. */
final class ChannelsTest {
    private static final FeedId BOOKINGS = new FeedId("harborlight", "bookings");

    @TempDir
    private Path folder;

    private final List<FeedEvent> events = new ArrayList<>();
    private final List<Delivery> arrived = new ArrayList<>();
    private HubRoutes routes;

    /** Takes in one file per pull, by way of its route; fails where the address says so. */
    private record Echo(ChannelUse use) implements ChannelKind {
        @Override
        public String route() {
            return use == ChannelUse.LISTEN ? "echo-deliver" : "echo-pull";
        }

        @Override
        public OpenChannel open(Channel channel, ChannelParts parts) {
            if (channel.parameters().containsKey("wrong")) {
                throw new SetupException(List.of("The first thing is wrong.", "The second thing is wrong."));
            }
            Processor receiver = exchange -> parts.arrivals()
                    .arrived(new Delivery(
                            channel.feed().orElseThrow(),
                            exchange.getIn().getBody(Path.class),
                            "bookings.json",
                            Optional.empty()));
            String entrance = ChannelParts.routeId(channel);
            parts.route(channel, Map.of("entrance", entrance), Map.of("receiver", receiver));
            return new OpenChannel() {
                @Override
                public Pulled pull() {
                    if (channel.parameters().containsKey("broken")) {
                        throw new IllegalStateException("A value that must not be told: Zebulon.");
                    }
                    parts.producer().sendBody("direct:" + entrance, Path.of("bookings.json"));
                    return new Pulled(List.of("bookings.json"), List.of());
                }

                @Override
                public void close() {
                    parts.removeRoute(channel);
                }
            };
        }
    }

    @BeforeEach
    void start() throws IOException {
        for (Path file : RouteFilesTest.files()) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        for (String name : List.of("echo-pull.camel.yaml", "echo-deliver.camel.yaml")) {
            Files.copy(Path.of("src/test/resources/routes", name), folder.resolve(name));
        }
        ChannelSetting setting = new ChannelSetting(
                List.of(new Echo(ChannelUse.PULL), new Echo(ChannelUse.LISTEN)),
                ChannelMarks.forgetful(),
                time -> {},
                Optional.empty(),
                FeedHeaders.UNKNOWN);
        routes = new HubRoutes(
                new RouteSetting(
                        folder.resolve("spool"),
                        Optional.of(folder),
                        Clock.fixed(Partnership.NOW, ZoneOffset.UTC),
                        setting),
                (sender, name) -> Optional.empty(),
                delivery -> {
                    arrived.add(delivery);
                    return Partnership.told(delivery);
                },
                events::add);
        routes.start();
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    private static Channel channel(String route, String... more) {
        Map<String, String> parameters = more.length == 0
                ? Map.of("url", "https://api.harborlight.example/v1", "format", "json")
                : Map.of("url", "https://api.harborlight.example/v1", "format", "json", more[0], "yes");
        return new Channel("harborlight", "bookings-api", route, Optional.of(BOOKINGS), parameters);
    }

    @Test
    void pullsWhatATransportBrings() {
        routes.add(channel("echo-pull"));

        Pulled pulled = routes.pull(channel("echo-pull"));

        assertThat(pulled.files()).containsExactly("bookings.json");
        assertThat(arrived).extracting(Delivery::feed).containsExactly(BOOKINGS);
        assertThat(events).isEmpty();
    }

    @Test
    void pullsAgainAfterAChannelWasTakenUpAnew() {
        routes.add(channel("echo-pull"));
        routes.pull(channel("echo-pull"));
        routes.add(channel("echo-pull"));

        assertThat(routes.pull(channel("echo-pull")).files()).containsExactly("bookings.json");
    }

    @Test
    void tellsEverythingThatKeepsAChannelFromOpening() {
        routes.add(channel("echo-pull", "wrong"));

        assertThat(routes.pull(channel("echo-pull", "wrong")).files()).isEmpty();
        assertThat(events)
                .extracting(FeedEvent::code, FeedEvent::fact, FeedEvent::feed)
                .containsExactly(
                        tuple("CHANNEL", "The first thing is wrong.", Optional.of(BOOKINGS)),
                        tuple("CHANNEL", "The second thing is wrong.", Optional.of(BOOKINGS)));
    }

    @Test
    void turnsAFailureIntoAnEventWithoutWhatTheFailureSays() {
        routes.add(channel("echo-pull", "broken"));

        assertThat(routes.pull(channel("echo-pull", "broken")).again()).isTrue();
        assertThat(events)
                .extracting(FeedEvent::fact)
                .containsExactly("Channel harborlight/bookings-api failed inside the hub.");
    }

    @Test
    void opensListenersWhenAskedToAndTellsOfOneThatFails() {
        routes.add(channel("echo-deliver", "wrong"));
        assertThat(events).isEmpty();

        routes.listen();

        assertThat(events).hasSize(2);
    }

    @Test
    void refusesARouteThatTheHubDoesNotHave() {
        assertThatThrownBy(() -> routes.add(channel("carrier-pigeon")))
                .isInstanceOf(SetupException.class)
                .hasMessage("Channel harborlight/bookings-api names the route carrier-pigeon, which this hub does not"
                        + " have. Correct it in the partner file.");
    }
}
