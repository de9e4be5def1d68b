package org.throughline.route;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.DefaultShutdownStrategy;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedId;
import org.throughline.intake.Receipt;
import org.throughline.problem.ProblemCode;

/** A listener on the project's own route template, and peers that speak to it by plain sockets. */
final class MllpScene implements AutoCloseable {
    private static final int PATIENCE = 20_000;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final int port;

    MllpScene(Path folder, Map<String, String> parameters, Function<Delivery, Receipt> arrivals) {
        this(folder, new FeedId("hospital", "adt"), parameters, arrivals);
    }

    MllpScene(Path folder, FeedId feed, Map<String, String> parameters, Function<Delivery, Receipt> arrivals) {
        context.addComponent(MllpComponent.SCHEME, new MllpComponent());
        context.disableJMX();
        context.setShutdownStrategy(new DefaultShutdownStrategy(context));
        context.start();
        Templates templates = new Templates(context, List.of());
        templates.load(Optional.of(Path.of("routes")));
        Spool spool = new Spool(folder.resolve("spool"));
        spool.clear();
        Clock clock = Clock.fixed(Instant.parse("2026-10-06T22:00:00Z"), ZoneOffset.UTC);
        MllpDesk.Ports ports = new MllpDesk.Ports(spool, arrivals, this::told, clock);
        Map<String, String> terms = new LinkedHashMap<>(Map.of("processing", "P, T, D"));
        terms.putAll(parameters);
        Map<String, String> all = new LinkedHashMap<>(Map.of("host", "127.0.0.1", "port", "0"));
        all.putAll(parameters);
        MllpDesk desk = new MllpDesk("adt", feed, MllpDesk.Terms.of(terms), ports);
        Route route = templates.add("mllp-listen", "hospital-adt", all, Map.of("desk", desk));
        this.port = ((MllpConsumer) route.getConsumer()).port();
    }

    private void told(ProblemCode code, String fact) {
        events.add(code + ": " + fact);
    }

    int port() {
        return port;
    }

    /** The next event; fails where none comes. */
    String event() throws InterruptedException {
        return Optional.ofNullable(events.poll(PATIENCE, TimeUnit.MILLISECONDS))
                .orElseThrow(() -> new AssertionError("No event was told."));
    }

    List<String> eventsSoFar() {
        return List.copyOf(events);
    }

    Peer peer() throws IOException {
        return new Peer(new Socket(InetAddress.getByName("127.0.0.1"), port));
    }

    /** Sends one message on a connection of its own. */
    String sends(String message) throws IOException {
        try (Peer peer = peer()) {
            return peer.sends(message);
        }
    }

    @Override
    public void close() {
        context.stop();
    }

    /** The other end of a connection. */
    static final class Peer implements AutoCloseable {
        private final Socket socket;

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(PATIENCE);
        }

        /** Sends a message in its frame; returns the answer, its segments on lines of their own. */
        String sends(String message) throws IOException {
            return sends(message.getBytes(StandardCharsets.UTF_8));
        }

        String sends(byte[] message) throws IOException {
            writes(framed(message));
            return answer();
        }

        static byte[] framed(byte[] message) {
            ByteArrayOutputStream framed = new ByteArrayOutputStream();
            framed.write(0x0B);
            framed.writeBytes(message);
            framed.write(0x1C);
            framed.write('\r');
            return framed.toByteArray();
        }

        void writes(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        /** The next answer; empty text where the listener has closed the connection. */
        String answer() throws IOException {
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            for (int one = in.read(); one >= 0 && one != 0x1C; one = in.read()) {
                if (one != 0x0B && (one != '\r' || text.size() > 0)) {
                    text.write(one == '\r' ? '\n' : one);
                }
            }
            return text.toString(StandardCharsets.UTF_8);
        }

        void endsSending() throws IOException {
            socket.shutdownOutput();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
