package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.intake.Account.Completion.DONE_FILE;
import static org.throughline.intake.Account.Completion.RENAME;
import static org.throughline.route.Partnership.SENDER;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Account;

/** The same with OpenSSH at the other end, as most partners run it. */
final class OpenSshIT {
    private static final String FILE = "participants_1.csv";
    private static final byte[] TEXT = "client,measure\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Partnership partnership;
    private OpenSshServer openSsh;

    @BeforeEach
    void open() throws Exception {
        Assumptions.assumeTrue(OpenSshServer.installed(), "OpenSSH's server is not installed.");
        partnership = new Partnership(folder);
        openSsh = new OpenSshServer(
                Files.createDirectories(folder.resolve("sshd")), partnership.home, partnership.key.getPublic());
    }

    @AfterEach
    void close() {
        if (openSsh != null) {
            openSsh.close();
        }
        if (partnership != null) {
            partnership.close();
        }
    }

    private void with(Account.Completion completion, String hostKey) {
        partnership.routes.add(new Account(
                SENDER,
                Account.Transport.SFTP,
                "127.0.0.1",
                openSsh.port(),
                System.getProperty("user.name"),
                hostKey,
                partnership.keyFile.toString(),
                "/",
                completion,
                Optional.empty()));
    }

    @Test
    void takesAndArchivesFile() {
        with(DONE_FILE, openSsh.hostKey());
        partnership.put(FILE, "id\n1\n");
        partnership.put("participants_2.csv", "id\n2");
        partnership.put(FILE + ".done", "rows=1\n");

        Pulled pulled = partnership.routes.pullOnce(SENDER);

        assertThat(partnership.facts()).isEmpty();
        assertThat(pulled.files()).containsExactly(FILE);
        assertThat(partnership.arrived.get(0).doneFile()).contains("rows=1\n");
        assertThat(partnership.names("inbox")).containsExactly("participants_2.csv");
        assertThat(partnership.names("archive"))
                .containsExactly("20261006T060000Z-" + FILE, "20261006T060000Z-" + FILE + ".done");
    }

    @Test
    void deliversOnceAndReplacesNothing() {
        with(RENAME, openSsh.hostKey());

        assertThat(deliver(TEXT)).isInstanceOf(Handover.Delivered.class);
        assertThat(deliver(TEXT)).isInstanceOf(Handover.AlreadyThere.class);
        assertThat(deliver(new byte[] {1})).isInstanceOf(Handover.NameTaken.class);
        assertThat(partnership.names("outcomes")).containsExactly("HL_1.csv");
        assertThat(partnership.home.resolve("outcomes/HL_1.csv")).hasBinaryContent(TEXT);
    }

    private Handover deliver(byte[] bytes) {
        return partnership.routes.deliver(SENDER, OutgoingFolder.OUTCOMES, "HL_1.csv", bytes);
    }

    @Test
    void refusesAnotherHostKey() {
        with(RENAME, partnership.server.hostKey());
        partnership.put(FILE, "id\n");

        assertThat(partnership.routes.pullOnce(SENDER).files()).isEmpty();
        assertThat(partnership.facts())
                .containsExactly("Folder inbox of harborlight could not be read: the server shows another host key than"
                        + " the one pinned for it.");
    }

    @Test
    void refusesDeliveryToAnotherHostKey() {
        with(RENAME, partnership.server.hostKey());

        assertThat(deliver(TEXT)).isInstanceOf(Handover.Failed.class);
        assertThat(partnership.names("outcomes")).isEmpty();
    }
}
