package org.throughline.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A partner's web API that answers slowly or with garbage as often as it is told to, then once with its rows, and then with none. */
final class Api implements AutoCloseable {
    private static final long DRIP = TimeUnit.MILLISECONDS.toNanos(300);

    /** What is wrong with an answer. */
    enum Trouble {
        /** Nothing comes at all. */
        SILENCE,
        /** A byte now and then, for ever. */
        DRIP,
        /** Bytes for ever. */
        ENDLESS,
        /** Less than was announced. */
        SHORT,
        /** Words of a proxy. */
        HTML,
        /** The service failed. */
        ERROR,
        /** Not even HTTP. */
        GARBAGE
    }

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private final String rows;
    private boolean served;
    private int struck;

    /** An API with these rows, an array of JSON. */
    Api(String rows) throws IOException {
        this.rows = rows;
        daemon(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Has its rows still to give, after these troubles. */
    synchronized void arm(List<Trouble> next) {
        troubles.clear();
        troubles.addAll(next);
        served = false;
        struck = 0;
    }

    /** How often there was trouble. */
    synchronized int struck() {
        return struck;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket call = listener.accept();
                daemon(() -> answer(call));
            } catch (IOException closed) {
                continue;
            }
        }
    }

    private void answer(Socket call) {
        try (call;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(call.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = call.getOutputStream()) {
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                continue;
            }
            answer(in, out);
        } catch (IOException over) {
            return;
        }
    }

    private void answer(BufferedReader in, OutputStream out) throws IOException {
        Trouble trouble;
        String fine;
        synchronized (this) {
            trouble = troubles.poll();
            struck += trouble == null ? 0 : 1;
            fine = "{\"stays\": " + (served ? "[]" : rows) + ", \"next\": null}";
            served = served || trouble == null;
        }
        if (trouble == null) {
            send(out, head("200 OK", "application/json", fine.length()) + fine);
            return;
        }
        switch (trouble) {
            case SILENCE -> in.read();
            case DRIP -> forEver(out, DRIP);
            case ENDLESS -> forEver(out, 0);
            case SHORT -> send(out, head("200 OK", "application/json", fine.length()) + fine.substring(0, 20));
            case HTML -> send(out, head("200 OK", "text/html", 13) + "<html></html>");
            case ERROR -> send(out, head("500 Oops", "text/plain", 0));
            case GARBAGE -> send(out, "\u0001\u0002 no HTTP at all\n");
        }
    }

    private static void forEver(OutputStream out, long pause) throws IOException {
        send(out, head("200 OK", "application/json", Integer.MAX_VALUE) + "{\"stays\": [");
        byte[] bytes = pause == 0 ? " ".repeat(8192).getBytes(StandardCharsets.US_ASCII) : new byte[] {' '};
        while (true) {
            out.write(bytes);
            out.flush();
            LockSupport.parkNanos(pause);
        }
    }

    private static String head(String status, String type, int length) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + length
                + "\r\nConnection: close\r\n\r\n";
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "a partner's web API");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
