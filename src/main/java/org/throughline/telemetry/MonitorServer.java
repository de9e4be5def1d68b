package org.throughline.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.telemetry.Finding.Verdict;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The door for those who watch over the hub, apart from that of the partners: figures and health, to be read only. */
public final class MonitorServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MonitorServer.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int THREADS = 4;
    private static final int WAITING = 16;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int NOT_READY = 503;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "monitoring");
        thread.setDaemon(true);
        return thread;
    });
    private final Optional<byte[]> token;
    private final Monitor monitor;

    private record Reply(int status, String type, String text) {}

    private MonitorServer(MonitorSetting setting, Monitor monitor) throws IOException {
        this.monitor = monitor;
        this.token = setting.token().map(word -> ("Bearer " + word).getBytes(StandardCharsets.UTF_8));
        this.server = HttpServer.create(new InetSocketAddress(setting.host(), setting.port()), WAITING);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Opens the door; throws an UncheckedIOException where it cannot listen there. */
    public static MonitorServer start(MonitorSetting setting, Monitor monitor) {
        try {
            return new MonitorServer(setting, monitor);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** Port that it listens at. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = allowed(exchange) ? reply(exchange) : new Reply(UNAUTHORIZED, "text/plain", "");
            byte[] bytes = reply.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (RuntimeException failed) {
            LOG.error("The monitoring door failed: {}", failed.getClass().getName());
        }
    }

    private boolean allowed(HttpExchange exchange) {
        String given = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        return token.isEmpty() || MessageDigest.isEqual(token.get(), given.getBytes(StandardCharsets.UTF_8));
    }

    private Reply reply(HttpExchange exchange) {
        if (!exchange.getRequestMethod().equals("GET")) {
            return new Reply(NOT_FOUND, "text/plain", "");
        }
        return switch (exchange.getRequestURI().getPath()) {
            case "/metrics" ->
                new Reply(
                        OK,
                        "text/plain; version=0.0.4; charset=utf-8",
                        monitor.metrics().get());
            case "/health/live" -> health(monitor.alive().get());
            case "/health/ready" -> health(monitor.ready().get());
            default -> new Reply(NOT_FOUND, "text/plain", "");
        };
    }

    private static Reply health(List<Finding> findings) {
        Verdict worst =
                findings.stream().map(Finding::verdict).max(Verdict::compareTo).orElse(Verdict.OK);
        ObjectNode document = JSON.createObjectNode();
        document.put("status", Label.value(worst));
        ArrayNode checks = document.putArray("checks");
        findings.forEach(finding -> checks.addObject()
                .put("check", Label.value(finding.check()))
                .put("status", Label.value(finding.verdict()))
                .put("fact", finding.fact())
                .put("fix", finding.fix()));
        return new Reply(worst == Verdict.FAIL ? NOT_READY : OK, "application/json", document.toPrettyString() + "\n");
    }

    /** Stops listening. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
