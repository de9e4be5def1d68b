package org.throughline.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.throughline.demo.PartnerServer;
import org.throughline.intake.Account;
import org.throughline.intake.DropAccount;
import org.throughline.intake.FeedEvent;

/** A drop server with two partners, and clients of every kind. */
final class DropScene implements AutoCloseable {
    static final String PARTNER = "harborlight";
    static final String OTHER = "northstar";
    static final long QUOTA = 100_000;
    private static final DropSetting.Limits LIMITS =
            new DropSetting.Limits(Duration.ofSeconds(1), Duration.ofSeconds(2), 20, 3, 5, 8, 12);

    /** How a program of OpenSSH ended. */
    record Ended(int code, String told) {}

    final List<FeedEvent> events = Collections.synchronizedList(new ArrayList<>());
    final KeyPair key = PartnerServer.newKey();
    final KeyPair otherKey = PartnerServer.newKey();
    final DropServer server;
    final Path home;
    final Path otherHome;
    private final Path keyFile;
    private final Path knownHosts;
    private final Path root;

    DropScene(Path root, Account.Completion completion) throws IOException {
        this.root = root;
        home = root.resolve("drop").resolve(PARTNER);
        otherHome = root.resolve("drop").resolve(OTHER);
        Clock clock = Clock.fixed(Instant.parse("2026-10-06T06:00:00Z"), ZoneOffset.UTC);
        server = DropServer.start(
                new DropSetting("127.0.0.1", 0, root.resolve("secrets/drop-host-key"), clock, LIMITS),
                List.of(account(PARTNER, key, completion), account(OTHER, otherKey, completion)),
                events::add);
        keyFile = root.resolve("partner_ed25519");
        PartnerServer.writeKey(key, keyFile);
        knownHosts = Files.writeString(
                root.resolve("known_hosts"),
                "[127.0.0.1]:" + server.port() + " " + server.hostKey().publicKey() + "\n");
    }

    DropAccount account(String sender, KeyPair opens, Account.Completion completion) {
        return new DropAccount(
                sender,
                root.resolve("drop").resolve(sender),
                completion,
                List.of(PublicKeyEntry.toString(opens.getPublic())),
                QUOTA);
    }

    static boolean openSshInstalled() {
        return Files.isExecutable(Path.of("/usr/bin/sftp")) && Files.isExecutable(Path.of("/usr/bin/ssh"));
    }

    /** Runs sftp with these lines. */
    Ended sftp(String... lines) throws IOException, InterruptedException {
        Path batch = Files.writeString(root.resolve("batch"), String.join("\n", lines) + "\n");
        List<String> command = openSsh("sftp", "-P");
        command.addAll(List.of("-b", batch.toString(), PARTNER + "@127.0.0.1"));
        return run(command);
    }

    /** Runs ssh with these options and words. */
    Ended ssh(String... words) throws IOException, InterruptedException {
        List<String> command = openSsh("ssh", "-p");
        command.addAll(List.of(words));
        return run(command);
    }

    private List<String> openSsh(String program, String portOption) {
        return new ArrayList<>(List.of(
                program,
                "-F",
                "none",
                portOption,
                Integer.toString(server.port()),
                "-i",
                keyFile.toString(),
                "-o",
                "IdentitiesOnly=yes",
                "-o",
                "BatchMode=yes",
                "-o",
                "StrictHostKeyChecking=yes",
                "-o",
                "UserKnownHostsFile=" + knownHosts));
    }

    private Ended run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(root.resolve("told").toFile())
                .start();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("OpenSSH does not end: " + Files.readString(root.resolve("told")));
        }
        return new Ended(process.exitValue(), Files.readString(root.resolve("told")));
    }

    /** A session of a client in this process, logged in. */
    ClientSession session(SshClient client, KeyPair with) throws IOException {
        ClientSession session = client.connect(PARTNER, "127.0.0.1", server.port())
                .verify(Duration.ofSeconds(10))
                .getSession();
        session.addPublicKeyIdentity(with);
        session.auth().verify(Duration.ofSeconds(10));
        return session;
    }

    List<String> facts() {
        return events.stream().map(FeedEvent::fact).toList();
    }

    Path file(String name, String text) throws IOException {
        return Files.writeString(root.resolve(name), text);
    }

    List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
