package org.throughline.route;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.throughline.demo.PartnerServer;

/** Debian's own OpenSSH server for the user who runs the tests: this machine only, one key, one home. */
final class OpenSshServer implements AutoCloseable {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final Path SFTP = Path.of("/usr/lib/openssh/sftp-server");
    private static final long DEADLINE = TimeUnit.SECONDS.toNanos(20);

    private final KeyPair hostKey = PartnerServer.newKey();
    private final Process process;
    private final int port;

    OpenSshServer(Path folder, Path home, PublicKey user) throws IOException, InterruptedException {
        port = freePort();
        if (System.getProperty("user.name").equals("root")) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        PartnerServer.writeKey(hostKey, folder.resolve("ssh_host_ed25519_key"));
        Partnership.write(folder.resolve("authorized_keys"), PublicKeyEntry.toString(user) + "\n");
        Path configuration = Partnership.write(folder.resolve("sshd_config"), configuration(folder, home));
        process = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        awaitAnswer(folder.resolve("sshd.log"));
    }

    static boolean installed() {
        return Files.isExecutable(SSHD) && Files.isExecutable(SFTP);
    }

    private String configuration(Path folder, Path home) {
        return """
            Port %d
            ListenAddress 127.0.0.1
            HostKey %s
            AuthorizedKeysFile %s
            PidFile none
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            PermitRootLogin prohibit-password
            Subsystem sftp %s -d %s
            """.formatted(
                        port, folder.resolve("ssh_host_ed25519_key"), folder.resolve("authorized_keys"), SFTP, home);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!answers()) {
            if (System.nanoTime() - start > DEADLINE || process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("sshd does not answer: " + Files.readString(log));
            }
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    String hostKey() {
        return PublicKeyEntry.toString(hostKey.getPublic());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
