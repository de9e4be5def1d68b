package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.route.Partnership.SENDER;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Account;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedId;
import org.throughline.intake.OpenPgp;
import org.throughline.intake.Receipt;
import org.throughline.intake.Seal;
import org.throughline.testing.Gpg;

/** Files sealed by gpg on their way in and out of an account. */
final class SealedFilesIT {
    private static final String TEXT = "client,measure\n";

    @TempDir
    private Path folder;

    private final List<String> arrived = new ArrayList<>();
    private final List<Seal> seals = new ArrayList<>();
    private final List<FeedEvent> events = new ArrayList<>();
    private Gpg partner;
    private Gpg hub;
    private String fingerprint;
    private Path home;
    private HubRoutes routes;

    @BeforeEach
    void open() throws Exception {
        Assumptions.assumeTrue(Gpg.installed(), "gpg is not installed.");
        partner = new Gpg(folder);
        hub = new Gpg(folder);
        fingerprint = partner.make("partner", "");
        hub.make("hub", "");
        partner.take(hub.publicKey("hub"));
        home = Files.createDirectories(folder.resolve("account"));
        PartnerFolders.make(home);
        Clock clock = Clock.fixed(Clock.systemUTC().instant().plusSeconds(120), ZoneOffset.UTC);
        routes = new HubRoutes(
                new RouteSetting(folder.resolve("hub/spool"), Optional.empty(), clock),
                (sender, name) -> name.startsWith("participants") && name.endsWith(".csv")
                        ? Optional.of(new FeedId(sender, "participants"))
                        : Optional.empty(),
                this::keep,
                events::add);
        routes.start();
        Path own = hub.privateKey("hub", "");
        Path theirs = partner.publicKey("partner");
        routes.add(Account.local(SENDER, home, Account.Completion.RENAME)
                .sealed(new OpenPgp(
                        List.of(own), Optional.empty(), List.of(theirs), Optional.of(own), List.of(theirs), true)));
    }

    private Receipt keep(Delivery delivery) {
        try {
            arrived.add(delivery.fileName() + " "
                    + Files.readString(delivery.file()).strip());
            delivery.seal().ifPresent(seals::add);
            return Partnership.told(delivery);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    @AfterEach
    void close() {
        Stream.of(partner, hub).filter(java.util.Objects::nonNull).forEach(Gpg::close);
        if (routes != null) {
            routes.close();
        }
    }

    @Test
    void opensWhatArrivesAndKeepsTheHashOfWhatWasSent() throws Exception {
        Path file = Files.writeString(folder.resolve("participants.csv"), TEXT);
        Path sealed = partner.seal(file, "hub", "--sign", "--local-user", "partner");
        String sent = Parcel.sha256(sealed);
        Files.move(sealed, home.resolve("inbox/participants_1.csv.pgp"));

        Pulled pulled = routes.pullOnce(SENDER);

        assertThat(pulled.events()).isEmpty();
        assertThat(arrived).containsExactly("participants_1.csv client,measure");
        assertThat(seals).containsExactly(new Seal(sent, Optional.of(fingerprint)));
        assertThat(Partnership.names(home.resolve("inbox"))).isEmpty();
        assertThat(Partnership.names(folder.resolve("hub/spool"))).isEmpty();
    }

    @Test
    void leavesWhatItMayNotOpenAndSaysWhy() throws Exception {
        Path file = Files.writeString(home.resolve("inbox/participants_3.csv"), TEXT);
        Files.move(partner.seal(file, "hub"), home.resolve("inbox/participants_2.csv.gpg"));

        routes.pullOnce(SENDER);
        routes.pullOnce(SENDER);

        assertThat(arrived).isEmpty();
        assertThat(events)
                .extracting(FeedEvent::code, FeedEvent::fact)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "PGP_SIGNATURE",
                                "File participants_2.csv.gpg of harborlight was not taken: it is not signed. It stays"
                                        + " in inbox."),
                        org.assertj.core.groups.Tuple.tuple(
                                "PGP_SIGNATURE",
                                "File participants_3.csv of harborlight was not taken: it is not sealed with OpenPGP,"
                                        + " as all files of this partner must be. It stays in inbox."));
        assertThat(Partnership.names(home.resolve("inbox"))).hasSize(2);
    }

    @Test
    void sealsWhatLeavesOnceAndDeliversItOnce() throws Exception {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);

        assertThat(routes.deliver(SENDER, OutgoingFolder.OUTCOMES, "HL_1.csv", bytes))
                .isInstanceOf(Handover.Delivered.class);
        assertThat(routes.deliver(SENDER, OutgoingFolder.OUTCOMES, "HL_1.csv", bytes))
                .isInstanceOf(Handover.AlreadyThere.class);

        assertThat(Partnership.names(home.resolve("outcomes"))).containsExactly("HL_1.csv.pgp");
        Path opened = folder.resolve("opened.csv");
        assertThat(partner.run(
                        "--status-fd",
                        "1",
                        "--output",
                        opened.toString(),
                        "--decrypt",
                        home.resolve("outcomes/HL_1.csv.pgp").toString()))
                .contains("GOODSIG");
        assertThat(opened).hasContent(TEXT.strip());
    }
}
