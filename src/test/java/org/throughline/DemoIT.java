package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.throughline.demo.Demo;
import org.throughline.demo.DemoHub;
import org.throughline.telemetry.KeptTelemetry;
import org.throughline.telemetry.StrayLabels;

/** Three nights of the demo on one home, on the embedded default. */
final class DemoIT {
    private static final Path INSTALLED = Path.of("").toAbsolutePath();

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private final KeptTelemetry watched = new KeptTelemetry();

    @Test
    void playsItsNightsOneAfterTheOtherAndDoublesNothing() throws IOException {
        Path home = folder.resolve("home");

        assertThat(play(home)).as(String.join("\n", told)).isTrue();
        assertThat(outcomes(home)).hasSize(3);
        assertThat(play(home)).as(String.join("\n", told)).isTrue();
        assertThat(outcomes(home)).hasSize(6);
        assertThat(play(home)).as(String.join("\n", told)).isTrue();
        assertThat(outcomes(home)).hasSize(6);
        assertThat(told).anyMatch(line -> line.contains("nothing new to tell"));
    }

    @Test
    void namesNoClientInItsLogOrReport() throws IOException {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("org.throughline");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        Level level = ours.getLevel();
        ours.setLevel(Level.DEBUG);
        try {
            assertThat(play(folder.resolve("home"))).isTrue();
        } finally {
            ours.setLevel(level);
            root.detachAppender(log);
        }
        List<String> written = new ArrayList<>(told);
        log.list.forEach(event -> written.add(text(event)));
        written.addAll(logFiles());
        written.add(watched.metrics());
        written.add(watched.spans());

        assertThat(watched.metrics()).contains("throughline_submissions_total{feed=");
        assertThat(watched.spans()).contains("decide");
        assertThat(StrayLabels.in(watched.metrics(), feeds())).isEmpty();
        NamedClients clients = NamedClients.ofTheDemo();
        assertThat(clients.in(written)).isEmpty();
        written.add("The client 852-24-1074 is here, and Sorrel Gneiss.");
        assertThat(clients.in(written)).containsExactly("852-24-1074", "Gneiss", "Sorrel");
    }

    private static String text(ILoggingEvent event) {
        String thrown = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        return event.getFormattedMessage() + "\n" + thrown + event.getMDCPropertyMap();
    }

    /** The feeds that the partner files set up, sender/feed. */
    private static List<String> feeds() throws IOException {
        List<String> feeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(INSTALLED.resolve("mappings"))) {
            for (Path file :
                    files.filter(found -> found.endsWith("partner.yaml")).toList()) {
                Pattern.compile("feed: ([a-z0-9-]+)")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(feed -> feeds.add(file.getParent().getFileName() + "/" + feed.group(1)));
            }
        }
        return feeds;
    }

    private List<String> logFiles() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("home/logs"))) {
            for (Path file : files.toList()) {
                texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }

    @Test
    void doesNotEndANightThatDidNotHold() throws IOException {
        Path home = folder.resolve("home");
        assertThat(play(home)).isTrue();
        Files.writeString(home.resolve("partners/dcyf/inbox/no-feed-has-this-name.txt"), "x\n");

        assertThat(play(home)).isFalse();
        assertThat(told).anyMatch(line -> line.contains("FAILS") && line.contains("nothing went wrong on the way"));
        assertThat(Files.readString(home.resolve("demo/nights"))).isEqualTo("1\n");
    }

    private boolean play(Path home) {
        told.clear();
        DemoHub.Opening opening = (clock, mail) -> {
            Hub hub = new Hub(Map.of("THROUGHLINE_HOME", home.toString()), INSTALLED, clock, "demo");
            hub.watchedBy(watched.telemetry());
            return new HubNight(hub, INSTALLED.resolve("routes"), clock, mail);
        };
        return new Demo(opening, INSTALLED.resolve("mappings"), told::add, step -> {}).play(home);
    }

    private static List<Path> outcomes(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("partners"))) {
            return files.filter(file -> file.getFileName().toString().contains("_outcomes_"))
                    .filter(file -> file.toString().endsWith(".csv"))
                    .toList();
        }
    }
}
