package org.throughline.crash;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The wire between the hub and PostgreSQL: passes every message on, after the tripwire was told of it. */
final class Wire implements AutoCloseable {
    private static final int AT_MOST = 1 << 26;

    private final ServerSocket listener;
    private final String host;
    private final int port;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile Tripwire tripwire;
    private boolean unanswered;

    /** A wire to this server. */
    Wire(String host, int port, Tripwire tripwire) throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.host = host;
        this.port = port;
        this.tripwire = tripwire;
        daemon("wire", this::listen);
    }

    /** The port that the hub calls. */
    int port() {
        return listener.getLocalPort();
    }

    /** Tells another tripwire of what comes on new connections. */
    void tell(Tripwire other) {
        this.tripwire = other;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket hub = listener.accept();
                Socket server = reached(hub);
                hub.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                open.addAll(List.of(hub, server));
                Conversation talk = new Conversation(tripwire);
                daemon("wire out", () -> pass(hub, server, () -> out(hub, server, talk)));
                daemon("wire in", () -> pass(hub, server, () -> in(server, hub, talk)));
            } catch (IOException closed) {
                continue;
            }
        }
    }

    /** While the server is away a proxy may leave the first call without any answer; it hangs up on the others. */
    private Socket reached(Socket hub) throws IOException {
        try {
            return new Socket(host, port);
        } catch (IOException away) {
            if (unanswered) {
                hub.close();
            } else {
                unanswered = true;
                open.add(hub);
            }
            throw away;
        }
    }

    /** A direction of a connection. */
    private interface Direction {
        void pass() throws IOException;
    }

    private void pass(Socket hub, Socket server, Direction direction) {
        try (hub;
                server) {
            direction.pass();
        } catch (IOException over) {
            // The hub is dead or has hung up; both ends are closed.
            return;
        } finally {
            open.removeAll(List.of(hub, server));
        }
    }

    private static void out(Socket hub, Socket server, Conversation talk) throws IOException {
        DataInputStream from = new DataInputStream(new BufferedInputStream(hub.getInputStream()));
        DataOutputStream to = new DataOutputStream(new BufferedOutputStream(server.getOutputStream(), 1 << 16));
        int length = from.readInt();
        to.writeInt(length);
        to.write(body(from, length - 4));
        to.flush();
        messages(from, to, talk::asked);
    }

    private static void in(Socket server, Socket hub, Conversation talk) throws IOException {
        DataInputStream from = new DataInputStream(new BufferedInputStream(server.getInputStream()));
        DataOutputStream to = new DataOutputStream(new BufferedOutputStream(hub.getOutputStream(), 1 << 16));
        messages(from, to, (type, body) -> talk.answered(type));
    }

    /** Told of one message. */
    private interface Listener {
        void heard(char type, byte[] body) throws IOException;
    }

    private static void messages(DataInputStream from, DataOutputStream to, Listener listener) throws IOException {
        for (int type = from.read(); type >= 0; type = from.read()) {
            int length = from.readInt();
            byte[] body = body(from, length - 4);
            listener.heard((char) type, body);
            to.writeByte(type);
            to.writeInt(length);
            to.write(body);
            if (from.available() == 0) {
                to.flush();
            }
        }
    }

    private static byte[] body(DataInputStream from, int length) throws IOException {
        if (length < 0 || length > AT_MOST) {
            throw new IOException("No message of PostgreSQL is " + length + " bytes long here.");
        }
        byte[] body = from.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return body;
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Cuts every connection that is open now. */
    void cut() {
        open.forEach(Wire::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}
