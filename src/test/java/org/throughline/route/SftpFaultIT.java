package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.intake.Account.Completion.RENAME;
import static org.throughline.route.Partnership.SENDER;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.throughline.demo.PartnerServer;
import org.throughline.intake.Account;
import org.throughline.problem.SetupException;

final class SftpFaultIT {
    private static final String FILE = "participants_1.csv";

    @TempDir
    private Path folder;

    private Partnership partnership;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void open() {
        partnership = new Partnership(folder);
        partnership.put(FILE, "id\n1\n");
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void close() {
        root.detachAppender(log);
        partnership.close();
    }

    private void pullFails(UnaryOperator<Account> change, String why) {
        partnership.routes.add(change.apply(partnership.account(RENAME)));

        Pulled pulled = partnership.routes.pullOnce(SENDER);

        assertThat(pulled.files()).isEmpty();
        assertThat(pulled.again()).isTrue();
        assertThat(partnership.codes()).containsExactly("TRANSPORT");
        assertThat(partnership.facts()).containsExactly("Folder inbox of harborlight could not be read: " + why + ".");
        assertThat(partnership.names("inbox")).containsExactly(FILE);
        assertThat(log.list)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.getThrowableProxy()).isNull());
    }

    private static Account at(Account account, int port, String hostKey, String keyFile) {
        return new Account(
                account.sender(),
                account.transport(),
                account.host(),
                port,
                account.username(),
                hostKey,
                keyFile,
                account.folder(),
                account.completion(),
                Optional.empty());
    }

    @Test
    void refusesServerWithAnotherHostKey() {
        try (PartnerServer other = PartnerServer.start(folder.resolve("other"))) {
            pullFails(
                    account -> at(account, account.port(), other.hostKey(), account.keyFile()),
                    "the server shows another host key than the one pinned for it");
        }
    }

    @Test
    void saysThatServerRefusesKey() {
        Path stranger = folder.resolve("stranger_ed25519");
        PartnerServer.writeKey(PartnerServer.newKey(), stranger);

        pullFails(
                account -> at(account, account.port(), account.hostKey(), stranger.toString()),
                "the server does not accept the hub's key for this account");
    }

    @Test
    void saysThatKeyFileIsNoKey() {
        Path text = Partnership.write(folder.resolve("no_key"), "not a key at all\n");

        pullFails(
                account -> at(account, account.port(), account.hostKey(), text.toString()),
                "the hub's key file cannot be read as a private key");
    }

    @Test
    void saysThatNothingAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        pullFails(
                account -> at(account, free, account.hostKey(), account.keyFile()),
                "nothing answers at the host and port");
    }

    @Test
    void tellsOfStandingFaultOnceAndRecovers() {
        partnership.routes.add(
                at(partnership.account(RENAME), 1, partnership.server.hostKey(), partnership.keyFile.toString()));
        partnership.routes.pullOnce(SENDER);
        partnership.routes.pullOnce(SENDER);
        assertThat(partnership.codes()).containsExactly("TRANSPORT");

        partnership.routes.add(partnership.account(RENAME));
        assertThat(partnership.routes.pullOnce(SENDER).files()).containsExactly(FILE);
    }

    @Test
    void refusesAccountWithEverythingItLacks() {
        Account account = new Account(
                SENDER,
                Account.Transport.SFTP,
                "host name",
                0,
                "x?delete=true",
                "a key",
                "/nowhere/key",
                "../up",
                RENAME,
                Optional.empty());

        assertThatThrownBy(() -> partnership.routes.add(account))
                .isInstanceOfSatisfying(
                        SetupException.class,
                        setup -> assertThat(setup.findings())
                                .hasSize(6)
                                .contains(
                                        "Account of harborlight: port is a number from 1 to 65535. Correct the account"
                                                + " in its partner file."));
    }

    @Test
    void looksAgainAndAgain() throws InterruptedException {
        CountDownLatch twice = new CountDownLatch(2);
        partnership.beforeKeeping = () -> {
            twice.countDown();
            throw new IllegalStateException("planted: so that the file stays");
        };
        partnership.with(RENAME).routes.poll(SENDER, Duration.ofMillis(20), looked -> {});

        assertThat(twice.await(20, TimeUnit.SECONDS)).isTrue();
    }

    /** The pull under way delivers a receipt, for which a route has yet to be made. */
    @Test
    void waitsForPullUnderWayWhenPartnerLeaves() throws InterruptedException {
        CountDownLatch underWay = new CountDownLatch(1);
        List<Handover> receipts = Collections.synchronizedList(new ArrayList<>());
        partnership.beforeKeeping = () -> {
            underWay.countDown();
            receipts.add(partnership.routes.deliver(SENDER, OutgoingFolder.RECEIPTS, "receipt_1.json", new byte[] {1}));
        };
        partnership.with(RENAME).routes.poll(SENDER, Duration.ofMillis(20), looked -> {});
        assertThat(underWay.await(20, TimeUnit.SECONDS)).isTrue();

        partnership.routes.add(partnership.account(RENAME));

        assertThat(partnership.arrivedNames()).containsExactly(FILE);
        assertThat(receipts).hasSize(1).hasOnlyElementsOfType(Handover.Delivered.class);
        assertThat(partnership.events).isEmpty();
    }
}
