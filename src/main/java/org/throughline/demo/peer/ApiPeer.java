package org.throughline.demo.peer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A provider's web API, played in this process: answers pages of JSON to whoever shows the token, each with the address of the
 * next one.
 */
public final class ApiPeer implements AutoCloseable {
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private final HttpServer server;
    private final String token;
    private volatile List<String> pages = List.of();

    private ApiPeer(HttpServer server, String token) {
        this.server = server;
        this.token = token;
    }

    /**
     * Starts the API on a free port of this machine.
     *
     * @param token what a caller must show
     */
    public static ApiPeer start(String token) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ApiPeer peer = new ApiPeer(server, token);
            server.createContext("/v1/stays", peer::answer);
            server.start();
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's web API cannot be started.", e);
        }
    }

    /** Answers with these arrays of rows from now on, one a page. */
    public void serve(List<String> rowsByPage) {
        pages = List.copyOf(rowsByPage);
    }

    /** The port that it listens at. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            if (!("Bearer " + token).equals(call.getRequestHeaders().getFirst("Authorization"))) {
                send(call, UNAUTHORIZED, "{}");
                return;
            }
            int page = page(call.getRequestURI().getQuery());
            if (page > Math.max(1, pages.size())) {
                send(call, NOT_FOUND, "{}");
                return;
            }
            String rows = pages.isEmpty() ? "[]" : pages.get(page - 1);
            String next = page < pages.size()
                    ? "\"http://127.0.0.1:" + port() + "/v1/stays?page=" + (page + 1) + "\""
                    : "null";
            send(call, OK, "{\"stays\": " + rows + ", \"next\": " + next + "}");
        }
    }

    private static int page(String query) {
        return query != null && query.matches("page=[1-9]\\d{0,3}")
                ? Integer.parseInt(query.substring("page=".length()))
                : 1;
    }

    private static void send(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = call.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
