package org.throughline.route;

import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.SocketFactory;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * The line to an SFTP server. JSch itself takes a server that answers keep-alives for one that works, and would wait for good for
 * an answer that never comes; the line lets go of a server that owes an answer for as long as the route's soTimeout says.
 */
final class SftpLine implements Proxy {
    /** What keep-alives do not add up to; an answer that is longer has come forward. */
    private static final int LITTLE = 4096;

    private Ends ends;
    private volatile boolean silent;
    private volatile boolean resting;
    private volatile long rested = System.nanoTime();

    /** What a failure on this line comes down to. */
    TransportFault fault(Throwable failure) {
        TransportFault fault = TransportFault.of(failure);
        return silent && fault == TransportFault.BROKEN ? TransportFault.SILENT : fault;
    }

    /** The hub wants nothing of the server for a while. */
    void rest() {
        resting = true;
    }

    /** The hub goes on. */
    void resume() {
        rested = System.nanoTime();
        resting = false;
    }

    @Override
    public void connect(SocketFactory factory, String host, int port, int timeout) throws IOException {
        silent = false;
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), timeout);
            socket.setTcpNoDelay(true);
            ends = new Ends(socket);
        } catch (IOException nobody) {
            socket.close();
            throw nobody;
        }
    }

    @Override
    public InputStream getInputStream() {
        return ends.in;
    }

    @Override
    public OutputStream getOutputStream() {
        return ends.out;
    }

    @Override
    public Socket getSocket() {
        return ends.socket;
    }

    /** JSch has closed both streams, and the socket with them. */
    @Override
    public void close() {
        // Another connection of the same route may be open.
    }

    /** One connection: what is heard, and when the hub last asked for something. */
    private final class Ends {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private final Thread caller = Thread.currentThread();
        private volatile Thread listener = caller;
        private volatile long since = System.nanoTime();
        private long heard;

        Ends(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new Hearing(socket.getInputStream(), this);
            this.out = new Asking(socket.getOutputStream(), this);
        }

        void heard(int bytes) throws IOException {
            heard += Math.max(0, bytes);
            if (heard >= LITTLE) {
                comesForward();
            }
            judge();
        }

        /** Keep-alives go out from the thread that listens; who asks for more has had the answer before. */
        void said() {
            if (Thread.currentThread() != listener) {
                comesForward();
            }
        }

        private void comesForward() {
            since = System.nanoTime();
            heard = 0;
        }

        /** While a connection is made JSch looks after the time itself. */
        void judge() throws IOException {
            if (Thread.currentThread() != listener) {
                listener = Thread.currentThread();
                comesForward();
            }
            long limit = TimeUnit.MILLISECONDS.toNanos(socket.getSoTimeout());
            long now = System.nanoTime();
            if (listener != caller && !resting && limit > 0 && Math.min(now - since, now - rested) > limit) {
                silent = true;
                throw new IOException("The server owes an answer.");
            }
        }
    }

    /** What comes from the server. */
    private static final class Hearing extends FilterInputStream {
        private final Ends ends;

        Hearing(InputStream in, Ends ends) {
            super(in);
            this.ends = ends;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                int read = in.read(bytes, from, length);
                ends.heard(read);
                return read;
            } catch (SocketTimeoutException quiet) {
                ends.judge();
                throw quiet;
            }
        }
    }

    /** What goes to the server. */
    private static final class Asking extends FilterOutputStream {
        private final Ends ends;

        Asking(OutputStream out, Ends ends) {
            super(out);
            this.ends = ends;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            ends.said();
        }
    }
}
