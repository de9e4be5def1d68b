package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.intake.Account.Completion.RENAME;
import static org.throughline.route.Partnership.SENDER;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TroubledServerIT {
    private static final long SOMEWHERE = 400_000;

    @TempDir
    private Path folder;

    /** Cuts the connection once, in the middle of a file that is read or written. */
    private static final class Cut implements SftpEventListener {
        private final AtomicBoolean done = new AtomicBoolean();

        @Override
        public void reading(
                ServerSession session,
                String remoteHandle,
                FileHandle handle,
                long offset,
                byte[] data,
                int start,
                int length) {
            cut(session, offset);
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
            cut(session, offset);
        }

        private void cut(ServerSession session, long offset) {
            if (offset > SOMEWHERE && done.compareAndSet(false, true)) {
                session.close(true);
            }
        }
    }

    /** Denies one file. */
    private static final class Denial implements SftpEventListener {
        @Override
        public void opening(ServerSession session, String remoteHandle, Handle handle) throws IOException {
            if (handle.getFile().endsWith("participants_1.csv")) {
                throw new AccessDeniedException("planted");
            }
        }
    }

    private Partnership partnership(SftpEventListener trouble) {
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(trouble);
        return new Partnership(folder, sftp).with(RENAME);
    }

    private static byte[] large() {
        byte[] bytes = new byte[2_000_000];
        new Random(11).nextBytes(bytes);
        return bytes;
    }

    @Test
    void takesFileWholeAfterConnectionWasCut() throws IOException {
        try (Partnership partnership = partnership(new Cut())) {
            Files.write(partnership.home.resolve("inbox/participants_1.csv"), large());
            partnership.put("participants_2.csv", "id\n");

            Pulled first = partnership.routes.pullOnce(SENDER);
            assertThat(first.files()).isEmpty();
            assertThat(first.again()).isTrue();
            assertThat(partnership.facts())
                    .containsExactly("Folder inbox of harborlight could not be read: the connection broke off.");
            assertThat(partnership.arrived).isEmpty();
            assertThat(Partnership.names(partnership.hub.resolve("spool"))).isEmpty();

            Pulled second = partnership.routes.pullOnce(SENDER);
            assertThat(second.files()).containsExactly("participants_1.csv", "participants_2.csv");
            assertThat(partnership.arrived.get(0).bytes()).isEqualTo(large());
        }
    }

    @Test
    void deliversWholeAfterConnectionWasCut() throws IOException {
        try (Partnership partnership = partnership(new Cut())) {
            Handover first = partnership.routes.deliver(SENDER, OutgoingFolder.OUTCOMES, "HL_1.csv", large());
            assertThat(first).isInstanceOf(Handover.Failed.class);
            assertThat(partnership.facts())
                    .containsExactly(
                            "File HL_1.csv could not be delivered to outcomes of harborlight: the connection broke"
                                    + " off.");
            assertThat(partnership.names("outcomes")).doesNotContain("HL_1.csv");

            Handover second = partnership.routes.deliver(SENDER, OutgoingFolder.OUTCOMES, "HL_1.csv", large());
            assertThat(second).isInstanceOf(Handover.Delivered.class);
            assertThat(partnership.names("outcomes")).containsExactly("HL_1.csv");
            assertThat(Files.readAllBytes(partnership.home.resolve("outcomes/HL_1.csv")))
                    .isEqualTo(large());
        }
    }

    @Test
    void takesOtherFilesWhenOneIsDenied() {
        try (Partnership partnership = partnership(new Denial())) {
            partnership.put("participants_1.csv", "id\n1\n");
            partnership.put("participants_2.csv", "id\n2\n");

            assertThat(partnership.routes.pullOnce(SENDER).files()).containsExactly("participants_2.csv");
            assertThat(partnership.facts())
                    .containsExactly("File participants_1.csv of harborlight could not be fetched: the account has no"
                            + " right to it. It stays in inbox.");
        }
    }

    /** Camel's own caching would read the whole file into memory first. */
    @Test
    void writesToTheSpoolWhileTheFileIsStillComing() throws IOException {
        Path spool = folder.resolve("hub/spool");
        List<List<String>> spooled = Collections.synchronizedList(new ArrayList<>());
        SftpEventListener watch = new SftpEventListener() {
            @Override
            public void reading(
                    ServerSession session,
                    String remoteHandle,
                    FileHandle handle,
                    long offset,
                    byte[] data,
                    int start,
                    int length) {
                spooled.add(Partnership.names(spool));
            }
        };
        try (Partnership partnership = partnership(watch)) {
            Files.write(partnership.home.resolve("inbox/participants_1.csv"), large());

            assertThat(partnership.routes.pullOnce(SENDER).files()).containsExactly("participants_1.csv");

            assertThat(spooled.get(spooled.size() - 2)).hasSize(1);
        }
    }
}
