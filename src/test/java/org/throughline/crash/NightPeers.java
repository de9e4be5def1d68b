package org.throughline.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.throughline.demo.PartnerServer;

/**
 * Partners of a night who are reached by SFTP and HTTP, over lines that may be cut or fall silent; what they hold stands where it
 * does otherwise.
 */
final class NightPeers implements Reach, AutoCloseable {
    private static final List<String> SFTP = List.of("bridgeway", "harborlight", "northstar");

    private final KeyPair key = PartnerServer.newKey();
    private final Hanging hanging = new Hanging();
    private final Path keyFile;
    private final Path hostKey;
    private final PartnerServer server;
    private final Line line;
    private final Api api = new Api(NightHome.stays("[", ",", "]"));

    private NightPeers(Path home, Path folder) throws IOException {
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(hanging);
        this.server = PartnerServer.start(home.resolve("partners"), sftp);
        this.keyFile = folder.resolve("hub_ed25519");
        this.hostKey = folder.resolve("host.pub");
        this.line = new Line(server.port());
    }

    /** Partners whose folders are below this home; keys are written into the other folder. */
    static NightPeers start(Path home, Path folder) throws IOException {
        Files.createDirectories(folder);
        NightPeers peers = new NightPeers(home, folder);
        PartnerServer.writeKey(peers.key, peers.keyFile);
        Files.writeString(peers.hostKey, peers.server.hostKey() + "\n");
        for (String partner : SFTP) {
            peers.server.open(partner, peers.key.getPublic());
        }
        return peers;
    }

    @Override
    public Optional<String> account(String partner) {
        if (partner.equals("lantern")) {
            return Optional.of("channels:\n  - name: stays\n    route: http-pull\n    feed: stays\n    parameters:\n"
                    + "      url: 'http://127.0.0.1:" + api.port() + "/v1/stays'\n      format: json\n"
                    + "      rowsPath: stays\n      paging: next_link\n      nextPath: next\n"
                    + "      timeoutSeconds: '3'\n      attempts: '1'\n      maxPageMegabytes: '1'\n");
        }
        if (!SFTP.contains(partner)) {
            return Optional.empty();
        }
        String completion = partner.equals("harborlight") ? "done_file" : "rename";
        return Optional.of("account: {transport: sftp, host: 127.0.0.1, port: " + line.port() + ", username: " + partner
                + ", host_key: '" + hostKey + "', key_file: '" + keyFile + "', folder: /, completion: " + completion
                + "}\n");
    }

    /** The line to the SFTP server. */
    Line line() {
        return line;
    }

    /** The web API. */
    Api api() {
        return api;
    }

    /** Where the SFTP server keeps silent while its connection lives. */
    Hanging hanging() {
        return hanging;
    }

    /** Never answers one request to read a file, and answers everything else. */
    static final class Hanging implements SftpEventListener {
        private final AtomicInteger reads = new AtomicInteger(Integer.MAX_VALUE);
        private volatile CountDownLatch released = new CountDownLatch(1);

        /** Falls silent at the n-th read from now on. */
        void arm(int read) {
            released = new CountDownLatch(1);
            reads.set(read);
        }

        boolean struck() {
            return reads.get() <= 0;
        }

        void release() {
            reads.set(Integer.MAX_VALUE);
            released.countDown();
        }

        @Override
        public void reading(
                ServerSession session,
                String handle,
                FileHandle file,
                long offset,
                byte[] data,
                int start,
                int length) {
            if (reads.decrementAndGet() == 0) {
                try {
                    released.await();
                } catch (InterruptedException over) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        hanging.release();
        line.close();
        api.close();
        server.close();
    }
}
