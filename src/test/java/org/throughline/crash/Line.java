package org.throughline.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The line between the hub and a partner: counts the bytes that pass, and is cut or falls silent after so many. */
final class Line implements AutoCloseable {
    private static final int CHUNK = 512;

    /** What befalls a line. */
    enum Trouble {
        CUT,
        SILENCE
    }

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int port;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Deque<Long> places = new ArrayDeque<>();
    private Trouble trouble = Trouble.CUT;
    private long passed;
    private int struck;

    /** A line to this port of this machine. */
    Line(int port) throws IOException {
        this.port = port;
        daemon(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Begins to count anew; the trouble comes after so many bytes, each place once. */
    synchronized void arm(Trouble kind, List<Long> at) {
        trouble = kind;
        passed = 0;
        struck = 0;
        places.clear();
        places.addAll(at);
    }

    /** How many bytes passed since it was armed. */
    synchronized long passed() {
        return passed;
    }

    /** How often it was struck since it was armed. */
    synchronized int struck() {
        return struck;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket hub = listener.accept();
                Socket partner = new Socket(InetAddress.getLoopbackAddress(), port);
                open.addAll(List.of(hub, partner));
                daemon(() -> pass(hub, partner));
                daemon(() -> pass(partner, hub));
            } catch (IOException closed) {
                continue;
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (strikes(read)) {
                    suffer(in);
                    return;
                }
                out.write(chunk, 0, read);
            }
        } catch (IOException over) {
            return;
        } finally {
            open.removeAll(List.of(from, to));
        }
    }

    private synchronized boolean strikes(int read) {
        passed += read;
        if (places.isEmpty() || passed < places.peek()) {
            return false;
        }
        places.poll();
        struck++;
        return true;
    }

    /** A silent line takes everything in and gives nothing on, until the hub hangs up. */
    private void suffer(InputStream in) throws IOException {
        boolean silent;
        synchronized (this) {
            silent = trouble == Trouble.SILENCE;
        }
        if (silent) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "line to a partner");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
