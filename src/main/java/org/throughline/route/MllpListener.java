package org.throughline.route;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.problem.ProblemCode;

/**
 * Listens for HL7 messages. The messages of one connection are answered one after the other, in their order; several
 * connections at the same time. A connection that keeps to no frame is told and closed, and the listener goes on.
 */
final class MllpListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MllpListener.class);
    private static final int PATIENCE_SECONDS = 30;
    private static final int BACKLOG = 100;
    private static final byte BEGIN = 0x0B;
    private static final byte[] END = {0x1C, '\r'};

    private final MllpLimits limits;
    private final Supplier<Path> files;
    private final Peer peer;
    private final ServerSocket server;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(MllpListener::thread);
    private volatile boolean closing;

    /** Who answers. */
    interface Peer {
        /** Takes a message, and gives the answer to it; empty where none is wanted. The file is gone after the call. */
        Optional<byte[]> answer(Path file, byte[] start) throws IOException;

        /** The last answer to a message that is too long to be taken. */
        Optional<byte[]> tooLong(byte[] start);

        /** Hears that a connection was given up, and why. */
        void gaveUp(ProblemCode code, String fact);
    }

    /** Binds the socket and listens from now on. */
    MllpListener(ServerSocket server, InetSocketAddress address, MllpLimits limits, Place place) throws IOException {
        this.server = server;
        this.limits = limits;
        this.files = place.files();
        this.peer = place.peer();
        server.bind(address, BACKLOG);
        threads.execute(this::accept);
    }

    /** Where messages are kept while they are read, and who answers. */
    record Place(Supplier<Path> files, Peer peer) {}

    static InetSocketAddress address(String host, int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByName(host), port);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "mllp");
        thread.setDaemon(true);
        return thread;
    }

    /** The port on which it listens. */
    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!closing) {
            try {
                take(server.accept());
            } catch (IOException gone) {
                if (!closing) {
                    LOG.warn(
                            "A connection could not be accepted: {}.",
                            gone.getClass().getSimpleName());
                }
            }
        }
    }

    private void take(Socket connection) throws IOException {
        if (connections.size() >= limits.connections()) {
            connection.close();
            peer.gaveUp(ProblemCode.MLLP_FRAME, "there are " + limits.connections() + " connections already");
            return;
        }
        connections.add(connection);
        threads.execute(() -> serve(connection));
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            MllpFrames frames = new MllpFrames(connection, limits, files);
            boolean more = true;
            while (more && !closing) {
                more = answer(connection, frames.next());
            }
        } catch (SSLException noTls) {
            peer.gaveUp(ProblemCode.MLLP_FRAME, "the peer does not speak TLS as agreed");
        } catch (IOException broken) {
            if (!closing) {
                peer.gaveUp(ProblemCode.MLLP_FRAME, "the connection broke off");
            }
        } catch (RuntimeException ours) {
            LOG.error("A connection failed inside the hub: {}.", ours.getClass().getName());
            peer.gaveUp(ProblemCode.ARRIVAL_FAILED, "the hub failed at a message");
        } finally {
            connections.remove(connection);
        }
    }

    /** True where the connection goes on. */
    private boolean answer(Socket connection, MllpFrames.Next next) throws IOException {
        if (next instanceof MllpFrames.Frame frame) {
            send(connection, answer(frame));
            return true;
        }
        if (next instanceof MllpFrames.Broken broken) {
            peer.gaveUp(broken.code(), broken.fact());
            if (broken.code() == ProblemCode.MESSAGE_TOO_LONG) {
                send(connection, peer.tooLong(broken.start()));
            }
        }
        return false;
    }

    private Optional<byte[]> answer(MllpFrames.Frame frame) throws IOException {
        try {
            return peer.answer(frame.file(), frame.start());
        } finally {
            Files.deleteIfExists(frame.file());
        }
    }

    private static void send(Socket connection, Optional<byte[]> answer) throws IOException {
        if (answer.isPresent()) {
            byte[] text = answer.get();
            byte[] framed = new byte[text.length + 1 + END.length];
            framed[0] = BEGIN;
            System.arraycopy(text, 0, framed, 1, text.length);
            System.arraycopy(END, 0, framed, text.length + 1, END.length);
            OutputStream out = connection.getOutputStream();
            out.write(framed);
            out.flush();
        }
    }

    /** Stops listening; a message that is being taken in is still answered. */
    @Override
    public void close() {
        closing = true;
        try {
            server.close();
            for (Socket connection : connections) {
                connection.shutdownInput();
            }
            threads.shutdown();
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (IOException gone) {
            LOG.debug("A connection was gone already.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
