package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.intake.Account.Completion.RENAME;
import static org.throughline.route.Partnership.SENDER;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.sshd.common.session.SessionHeartbeatController.HeartbeatType;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that owes an answer while its connection lives. */
@Timeout(60)
final class SilentServerIT {
    private static final String LIMIT = "400";

    @TempDir
    private Path folder;

    private final Silent server = new Silent();

    /** Does not answer so many requests; its connection goes on answering keep-alives. */
    private static final class Silent implements SftpEventListener {
        private final AtomicInteger left = new AtomicInteger();
        private final Semaphore released = new Semaphore(0);
        private volatile boolean talks;

        private void owe(ServerSession session) {
            if (left.getAndDecrement() > 0) {
                if (talks) {
                    session.setSessionHeartbeat(HeartbeatType.IGNORE, Duration.ofMillis(50));
                }
                released.acquireUninterruptibly();
            }
        }

        @Override
        public void reading(
                ServerSession session,
                String remoteHandle,
                FileHandle handle,
                long offset,
                byte[] data,
                int start,
                int length) {
            owe(session);
        }

        @Override
        public void writing(
                ServerSession session,
                String remoteHandle,
                FileHandle handle,
                long offset,
                byte[] data,
                int start,
                int length) {
            owe(session);
        }

        @Override
        public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) {
            owe(session);
        }
    }

    @AfterEach
    void release() {
        server.released.release(100);
    }

    private Partnership partnership() throws IOException {
        Path routes = Files.createDirectories(folder.resolve("routes"));
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                String text = Files.readString(file).replaceAll("soTimeout: \\d+", "soTimeout: " + LIMIT);
                Files.writeString(routes.resolve(file.getFileName()), text);
            }
        }
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(server);
        return new Partnership(folder, sftp, Optional.of(routes)).with(RENAME);
    }

    @Test
    void letsGoOfServerThatOwesAnAnswerAndTakesTheFileAtTheNextLook() throws IOException {
        try (Partnership partnership = partnership()) {
            partnership.put("participants_1.csv", "id\n1\n");
            partnership.put("participants_2.csv", "id\n2\n");
            server.left.set(1);

            Pulled first = partnership.routes.pullOnce(SENDER);
            assertThat(first.files()).isEmpty();
            assertThat(partnership.facts())
                    .containsExactly(
                            "Folder inbox of harborlight could not be read: the server did not answer in" + " time.");
            assertThat(Partnership.names(partnership.hub.resolve("spool"))).isEmpty();

            assertThat(partnership.routes.pullOnce(SENDER).files())
                    .containsExactly("participants_1.csv", "participants_2.csv");
            assertThat(partnership.arrivedNames()).containsExactly("participants_1.csv", "participants_2.csv");
        }
    }

    /** A server may talk all the time and still owe the answer. */
    @Test
    void letsGoOfServerThatTalksOfOtherThings() throws IOException {
        try (Partnership partnership = partnership()) {
            partnership.put("participants_1.csv", "id\n1\n");
            server.talks = true;
            server.left.set(1);

            assertThat(partnership.routes.pullOnce(SENDER).files()).isEmpty();
            assertThat(partnership.routes.pullOnce(SENDER).files()).containsExactly("participants_1.csv");
        }
    }

    @Test
    void saysThatDeliveryWasNotAnsweredAndDeliversLater() throws IOException {
        try (Partnership partnership = partnership()) {
            server.left.set(1);

            Handover first = partnership.routes.deliver(SENDER, OutgoingFolder.OUTCOMES, "HL_1.csv", new byte[] {1});
            assertThat(first).isInstanceOf(Handover.Failed.class);
            assertThat(partnership.facts())
                    .containsExactly("File HL_1.csv could not be delivered to outcomes of harborlight: the server did"
                            + " not answer in time.");

            Handover second = partnership.routes.deliver(SENDER, OutgoingFolder.OUTCOMES, "HL_1.csv", new byte[] {1});
            assertThat(second).isInstanceOf(Handover.Delivered.class);
        }
    }

    /** Nothing is owed then: the connection stays for the files that come after. */
    @Test
    void keepsConnectionWhileTheHubTakesAFileIn() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (Partnership partnership = partnership()) {
            partnership.put("participants_1.csv", "id\n1\n");
            partnership.put("participants_2.csv", "id\n2\n");
            partnership.beforeKeeping = () -> {
                try {
                    assertThat(never.await(3 * Long.parseLong(LIMIT), TimeUnit.MILLISECONDS))
                            .isFalse();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            };

            assertThat(partnership.routes.pullOnce(SENDER).files())
                    .containsExactly("participants_1.csv", "participants_2.csv");
            assertThat(partnership.events).isEmpty();
            assertThat(partnership.names("inbox")).isEqualTo(List.of());
        }
    }
}
