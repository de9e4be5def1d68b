package org.throughline.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpConstants;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;

/** The http-pull route of one channel: sends one request at a time and keeps the answer's body in the spool. */
final class HttpDoor {
    private static final int CHUNK = 65_536;
    private static final int OK = 200;

    private final ChannelParts parts;
    private final HttpSetting setting;
    private final String entrance;
    private final HangUp hangUp = new HangUp();

    HttpDoor(ChannelParts parts, HttpSetting setting) {
        this.parts = parts;
        this.setting = setting;
        this.entrance = ChannelParts.routeId(setting.channel());
        parts.route(
                setting.channel(),
                Map.of("entrance", entrance, "origin", HttpAddress.withoutQuery(setting.url())),
                Map.of("client", client(setting.limits().timeout()), "receiver", (Processor) this::keep));
    }

    /** A request. The form, where there is one, is posted. */
    record Request(URI address, Map<String, String> headers, Optional<String> form) {}

    /**
     * An answer.
     *
     * @param body the file that holds it; empty for every status but 200
     */
    record Reply(int status, Map<String, String> headers, Optional<Path> body) {

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /** More bytes came than a page may have. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The client does nothing by itself: no second attempt, no redirect, no cookie. Certificates are verified. */
    private HttpClientConfigurer client(Duration timeout) {
        return builder -> builder.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setConnectionManagerShared(false)
                .addExecInterceptorFirst("hang up", hangUp)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                        .build())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                                .setSocketTimeout((int) timeout.toMillis(), TimeUnit.MILLISECONDS)
                                .build())
                        .build());
    }

    /** A service that sends a byte now and then would never time out by itself, neither within the head of an answer nor after it. */
    Reply send(Request request) throws IOException {
        long patience = 2 * setting.limits().timeout().toMillis();
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<Void> watch = CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    hangUp.now();
                },
                CompletableFuture.delayedExecutor(patience, TimeUnit.MILLISECONDS));
        try {
            return exchange(request);
        } catch (IOException broken) {
            throw late.get() ? new SocketTimeoutException("The answer came too slowly.") : broken;
        } finally {
            watch.cancel(false);
        }
    }

    private Reply exchange(Request request) throws IOException {
        Exchange answered = parts.producer().send("direct:" + entrance, exchange -> {
            Map<String, Object> headers = exchange.getIn().getHeaders();
            headers.putAll(request.headers());
            headers.put(HttpConstants.HTTP_URI, HttpAddress.withoutQuery(request.address()));
            headers.put(HttpConstants.HTTP_METHOD, request.form().isPresent() ? "POST" : "GET");
            Optional.ofNullable(request.address().getRawQuery())
                    .ifPresent(query -> headers.put(HttpConstants.HTTP_RAW_QUERY, query));
            request.form().ifPresent(form -> {
                exchange.getIn().setBody(form);
                headers.put(HttpConstants.CONTENT_TYPE, "application/x-www-form-urlencoded");
            });
        });
        if (answered.getException() instanceof IOException transport) {
            throw transport;
        }
        if (answered.getException() != null) {
            throw new IOException("The request failed.", answered.getException());
        }
        return answered.getProperty("throughline.reply", Reply.class);
    }

    /** Takes the answer in while the connection is open. */
    private void keep(Exchange exchange) throws IOException {
        int status = exchange.getIn().getHeader(HttpConstants.HTTP_RESPONSE_CODE, Integer.class);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : new String[] {"Content-Type", "Link", "Location", "Retry-After"}) {
            Optional.ofNullable(exchange.getIn().getHeader(name, String.class))
                    .ifPresent(value -> headers.put(name, value));
        }
        Optional<Path> body = Optional.empty();
        if (status == OK) {
            body = Optional.of(body(exchange));
        } else {
            hangUp.now();
        }
        exchange.setProperty("throughline.reply", new Reply(status, headers, body));
    }

    private Path body(Exchange exchange) throws IOException {
        Path file = parts.spool().create();
        try (InputStream bytes = exchange.getIn().getBody(InputStream.class);
                OutputStream kept = Files.newOutputStream(file)) {
            if (bytes != null) {
                copyOrHangUp(bytes, kept);
            }
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(file);
            throw broken;
        }
        return file;
    }

    private void copyOrHangUp(InputStream bytes, OutputStream kept) throws IOException {
        try {
            copy(bytes, kept);
        } catch (IOException | RuntimeException enough) {
            hangUp.now();
            throw enough;
        }
    }

    private void copy(InputStream bytes, OutputStream kept) throws IOException {
        long began = System.nanoTime();
        long length = 0;
        byte[] chunk = new byte[CHUNK];
        for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
            length += read;
            if (length > setting.limits().pageBytes()) {
                throw new TooLongException();
            }
            if (System.nanoTime() - began > setting.limits().timeout().toNanos()) {
                throw new SocketTimeoutException("The body came too slowly.");
            }
            kept.write(chunk, 0, read);
        }
    }

    void close() {
        parts.removeRoute(setting.channel());
    }
}
