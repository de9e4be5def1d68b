package org.throughline.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.server.subsystem.SubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.throughline.demo.PartnerServer;
import org.throughline.intake.Account;
import org.throughline.intake.Counts;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedId;
import org.throughline.intake.Receipt;
import org.throughline.intake.SubmissionStatus;

/** A hub and one partner with an SFTP server, for tests: what arrives and what is told is kept. */
final class Partnership implements AutoCloseable {
    static final String SENDER = "harborlight";
    static final Instant NOW = Instant.parse("2026-10-06T06:00:00Z");

    /** What the hub was given. */
    record Arrived(String feed, String name, byte[] bytes, Optional<String> doneFile) {}

    final List<Arrived> arrived = Collections.synchronizedList(new ArrayList<>());
    final List<FeedEvent> events = Collections.synchronizedList(new ArrayList<>());
    final PartnerServer server;
    final HubRoutes routes;
    final Path home;
    final Path hub;
    final KeyPair key = PartnerServer.newKey();
    final Path keyFile;
    Runnable beforeKeeping = () -> {};
    boolean served = true;

    Partnership(Path folder) {
        this(folder, new SftpSubsystemFactory());
    }

    Partnership(Path folder, SubsystemFactory sftp) {
        this(folder, sftp, Optional.empty());
    }

    /** With routes of its own. */
    Partnership(Path folder, SubsystemFactory sftp, Optional<Path> own) {
        hub = folder.resolve("hub");
        keyFile = hub.resolve("hub_ed25519");
        write(hub.resolve("made"), "");
        PartnerServer.writeKey(key, keyFile);
        server = PartnerServer.start(folder.resolve("partners"), sftp);
        home = server.open(SENDER, key.getPublic());
        routes = new HubRoutes(setting(own), Partnership::feed, this::keep, events::add);
        routes.start();
    }

    private RouteSetting setting(Optional<Path> own) {
        return new RouteSetting(hub.resolve("spool"), own, Clock.fixed(NOW, ZoneOffset.UTC)).serving(sender -> served);
    }

    private static Optional<FeedId> feed(String sender, String name) {
        return name.startsWith("participants") ? Optional.of(new FeedId(sender, "participants")) : Optional.empty();
    }

    private Receipt keep(Delivery delivery) {
        beforeKeeping.run();
        try {
            arrived.add(new Arrived(
                    delivery.feed().toString(),
                    delivery.fileName(),
                    Files.readAllBytes(delivery.file()),
                    delivery.doneFile()));
            return told(delivery);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A receipt for anything. */
    static Receipt told(Delivery delivery) {
        return new Receipt(
                1,
                delivery.feed(),
                delivery.fileName(),
                "0".repeat(64),
                NOW,
                SubmissionStatus.LOADED,
                Optional.empty(),
                Optional.empty(),
                Counts.NONE,
                0,
                List.of(),
                List.of(),
                List.of(),
                java.util.Map.of());
    }

    /** The partner's account as its partner file would give it. */
    Account account(Account.Completion completion) {
        return new Account(
                SENDER,
                Account.Transport.SFTP,
                server.host(),
                server.port(),
                SENDER,
                server.hostKey(),
                keyFile.toString(),
                "/",
                completion,
                Optional.empty());
    }

    Partnership with(Account.Completion completion) {
        routes.add(account(completion));
        return this;
    }

    /** The partner puts a file into its folder. */
    Path put(String name, String text) {
        return write(home.resolve("inbox").resolve(name), text);
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Names in one of the partner's folders. */
    List<String> names(String folder) {
        return names(home.resolve(folder));
    }

    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    List<String> arrivedNames() {
        return arrived.stream().map(Arrived::name).toList();
    }

    List<String> facts() {
        return events.stream().map(FeedEvent::fact).toList();
    }

    List<String> codes() {
        return events.stream().map(FeedEvent::code).toList();
    }

    @Override
    public void close() {
        routes.close();
        server.close();
    }
}
