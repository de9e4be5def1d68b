package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolTest {
    @TempDir
    private Path folder;

    private Spool spool;

    @BeforeEach
    void open() {
        spool = new Spool(folder.resolve("spool"));
        spool.clear();
    }

    @Test
    void keepsBytesForTheHubAlone() throws IOException {
        Path kept = spool.keep(new ByteArrayInputStream(new byte[] {1, 2, 3}));

        assertThat(kept).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsNothingOfWhatBreaksOff() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[10]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("planted");
            }
        });

        assertThatThrownBy(() -> spool.keep(broken)).isInstanceOf(IOException.class);
        assertThat(folder.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void clearsWhatAProcessThatIsGoneLeft() throws IOException {
        Path own = spool.keep(new ByteArrayInputStream(new byte[1]));
        String name = own.getFileName().toString();
        Path other = folder.resolve("spool/" + name.replaceFirst("in-.{12}", "in-" + "0".repeat(12)));
        Path gone = folder.resolve("spool/" + name.replaceFirst("-\\d+-", "-999999999999-"));
        Path stranger = folder.resolve("spool/notes.txt");
        for (Path file : new Path[] {other, gone, stranger}) {
            Files.writeString(file, "x");
        }

        spool.clear();

        assertThat(other).exists();
        assertThat(stranger).exists();
        assertThat(gone).doesNotExist();
        assertThat(own).exists();
    }
}
