package org.throughline.route;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.throughline.intake.Channel;
import org.throughline.problem.SetupException;

/** What an http-pull channel states, with what it leaves out filled in. */
record HttpSetting(Channel channel, URI url, Format format, Paging paging, int attempts, Limits limits) {
    private static final long MEGABYTE = 1L << 20;

    /** What the service answers in. */
    enum Format {
        JSON,
        CSV
    }

    /** How the service says that there is more. */
    enum Paging {
        NONE,
        NEXT_LINK,
        OFFSET,
        CURSOR
    }

    /** How much is taken from a service before the hub stops believing it. */
    record Limits(Duration timeout, int pages, long pageBytes) {}

    static HttpSetting of(Channel channel) {
        List<String> findings = new ArrayList<>();
        Format format = channel.parameter("format").orElse("json").equals("csv") ? Format.CSV : Format.JSON;
        Paging paging =
                Paging.valueOf(channel.parameter("paging").orElse("none").toUpperCase(Locale.ROOT));
        if (paging == Paging.CURSOR
                && (format == Format.CSV || channel.parameter("cursorPath").isEmpty())) {
            findings.add("Channel " + channel.id()
                    + ": paging by cursor is for JSON and needs cursorPath. State it in the partner file.");
        }
        boolean client = channel.parameter("tokenUrl").isPresent();
        if (client
                && (channel.parameter("clientId").isEmpty()
                        || channel.parameter("clientSecretFile").isEmpty())) {
            findings.add("Channel " + channel.id()
                    + ": tokenUrl needs clientId and clientSecretFile. State them in the partner file.");
        }
        if (client && channel.parameter("tokenFile").isPresent()) {
            findings.add("Channel " + channel.id() + ": tokenFile and tokenUrl exclude each other. Keep one of them.");
        }
        if (!findings.isEmpty()) {
            throw new SetupException(findings);
        }
        Limits limits = new Limits(
                Duration.ofSeconds(number(channel, "timeoutSeconds", 60)),
                number(channel, "maxPages", 10_000),
                number(channel, "maxPageMegabytes", 256) * MEGABYTE);
        return new HttpSetting(
                channel,
                URI.create(channel.parameter("url").orElseThrow()),
                format,
                paging,
                number(channel, "attempts", 5),
                limits);
    }

    private static int number(Channel channel, String name, int usual) {
        return channel.parameter(name).map(Integer::parseInt).orElse(usual);
    }

    String text(String name, String usual) {
        return channel.parameter(name).orElse(usual);
    }

    Optional<Path> file(String name) {
        return channel.parameter(name).map(Path::of);
    }

    /** Size of a page that is asked for; empty where the service decides. */
    Optional<String> pageSize() {
        return channel.parameter("pageSize");
    }

    /** Ending of the submission's name. */
    String ending() {
        return format == Format.CSV ? ".csv" : ".ndjson";
    }
}
