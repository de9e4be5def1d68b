package org.throughline;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.throughline.intake.UploadTokens;
import org.throughline.setup.SetupScope;
import org.throughline.telemetry.StrayLabels;
import org.throughline.testing.FolderCopy;

/** A hub that serves is watched: one good file, one with bad records and one that repeats, all with planted values. */
final class MonitoringIT {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final List<String> PLANTED = List.of("Zephyrine", "Quillfeather", "900-55-4821", "900554821");
    private static final String HEADER = "Number,First,Last,Born,SSN,Sex,Note\n";
    private static final String GOOD = HEADER + "P-1,Zephyrine,Quillfeather,1980-02-29,900-55-4821,F,\n";
    private static final String BAD = HEADER
            + "P-2,Zephyrine,,1980-02-29,900-55-4821,F,\nP-3,Zephyrine,Quillfeather,Zephyrine,900-55-4821,Q,\n"
            + "Quillfeather,Zephyrine\n";
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    @TempDir
    private static Path folder;

    private static WireMockServer collector;
    private static Hub hub;
    private static Serving serving;
    private static HttpResponse<String> early;
    private static String metrics;

    @BeforeAll
    static void serve() throws Exception {
        collector = new WireMockServer(
                WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        collector.start();
        collector.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
        Path home = folder.resolve("home");
        configure(home);
        Clock clock = Clock.fixed(Instant.parse("2026-10-06T12:00:00Z"), ZoneOffset.UTC);
        hub = new Hub(Map.of("THROUGHLINE_HOME", home.toString()), folder, clock, "test");
        hub.partners().apply(SetupScope.all());
        hub.uploadTokens().add("aster", UploadTokens.sha256("tl_a-token-for-tests"));
        listen();
        serving = Serving.start(hub, ServeCommand.setting(hub, Optional.of(0)));
        for (String file : List.of(GOOD, BAD, GOOD)) {
            upload(file);
        }
        serving.round();
        metrics = ask("/metrics", "m-token").body();
        early = ask("/health/ready", "m-token");
    }

    private static void listen() {
        LOG.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(LOG);
        ((Logger) LoggerFactory.getLogger("org.throughline")).setLevel(Level.DEBUG);
    }

    private static void configure(Path home) throws IOException {
        FolderCopy.of(Path.of("mappings/codes"), folder.resolve("mappings/codes"));
        FolderCopy.of(Path.of("src/test/resources/acceptance/mappings"), home.resolve("mappings"));
        Files.createDirectories(home.resolve("mappings/aster"));
        Files.writeString(home.resolve("mappings/aster/partner.yaml"), """
                partner: aster
                title: Aster (synthetic)
                kind: provider
                account: {transport: folder, folder: '%s', completion: rename}
                feeds:
                  - {feed: people, mapping: probe/people}
                """.formatted(
                        Files.createDirectories(folder.resolve("aster"))));
        Path secret = Files.writeString(home.resolve("monitoring"), "m-token\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        try (ServerSocket drop = new ServerSocket(0);
                ServerSocket door = new ServerSocket(0)) {
            Files.writeString(home.resolve("throughline.yaml"), """
                    drop_server: {port: %d}
                    monitoring: {port: %d, token_file: monitoring}
                    traces: {endpoint: '%s/v1/traces'}
                    """.formatted(
                            drop.getLocalPort(), door.getLocalPort(), collector.baseUrl()));
        }
    }

    @AfterAll
    static void end() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(LOG);
        ((Logger) LoggerFactory.getLogger("org.throughline")).setLevel(null);
        if (serving != null) {
            serving.close();
        }
        hub.close();
        collector.stop();
    }

    @Test
    void countsSubmissionsRecordsAndDeliveries() {
        assertThat(metrics)
                .contains(
                        "throughline_submissions_total{feed=\"aster/people\",state=\"loaded\"} 2.0",
                        "throughline_submissions_total{feed=\"aster/people\",state=\"duplicate\"} 1.0",
                        "throughline_records_total{feed=\"aster/people\",state=\"accepted\"} 1.0",
                        "throughline_records_waiting{feed=\"aster/people\"} 0.0",
                        "throughline_submissions_undecided{feed=\"aster/people\"} 0.0",
                        "throughline_arrival_to_receipt_seconds_count 3",
                        "throughline_feeds{standing=\"unscheduled\"} 1.0",
                        "throughline_feed_success_age_seconds{feed=\"aster/people\"} 0.0",
                        "throughline_deliveries_total{delivery=\"receipt\",result=\"delivered\"}",
                        "throughline_health{check=\"database\"} 0.0",
                        "throughline_database_connections{state=\"pending\"} 0.0");
        assertThat(metrics).containsPattern("throughline_records_held\\{feed=\"aster/people\"} [1-3]\\.0");
        for (String stage : List.of("receive", "read", "decide", "store", "states", "commit", "receipt", "deliver")) {
            assertThat(metrics).contains("throughline_stage_seconds_count{stage=\"" + stage + "\"}");
        }
    }

    @Test
    void hasLabelsFromClosedSetsOnly() {
        assertThat(StrayLabels.in(metrics, List.of("aster/people"))).isEmpty();
    }

    @Test
    void saysHowItIsAndWhatToDo() throws Exception {
        assertThat(early.statusCode()).as(early.body()).isEqualTo(200);
        assertThat(early.body())
                .contains("\"The database answers.\"", "\"The start is done.\"", "\"No feed is missing.\"");
        assertThat(ask("/health/live", "m-token").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsNothingWithoutTheToken() throws Exception {
        for (String path : List.of("/metrics", "/health/live", "/health/ready", "/")) {
            HttpResponse<String> refused = ask(path, "another");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).isEmpty();
        }
        assertThat(ask("/other", "m-token").statusCode()).isEqualTo(404);
    }

    @Test
    void sendsTracesThatGoOnFromTheSender() {
        serving.flush();
        collector.verify(postRequestedFor(urlEqualTo("/v1/traces")));
        String sent = sent();

        assertThat(sent).contains("throughline.submission", "aster/people", "decide", "commit", "deliver");
        assertThat(sent).contains(new String(bytes(TRACE), StandardCharsets.ISO_8859_1));
    }

    @Test
    void leavesNoPersonalValueBehind() {
        serving.flush();
        String log = LOG.list.stream().map(Object::toString).collect(Collectors.joining("\n"));
        String all = metrics + early.body() + sent() + log;

        assertThat(PLANTED.stream().filter(all::contains)).isEmpty();
        assertThat(PLANTED.stream().filter((all + GOOD)::contains)).contains("Zephyrine", "900-55-4821");
    }

    private static String sent() {
        return collector.getAllServeEvents().stream()
                .map(event -> new String(event.getRequest().getBody(), StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
    }

    private static byte[] bytes(String hex) {
        return java.util.HexFormat.of().parseHex(hex);
    }

    private static HttpResponse<String> ask(String path, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + serving.monitorPort() + path))
                .header("Authorization", "Bearer " + token));
    }

    private static void upload(String file) throws IOException, InterruptedException {
        HttpResponse<String> taken = send(HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + serving.httpPort() + "/feeds/aster/people/files?name=people_1.csv"))
                .header("Authorization", "Bearer tl_a-token-for-tests")
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .POST(HttpRequest.BodyPublishers.ofString(file)));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
