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
        Path other = folder.resolve("spool/in-1-77.bytes");
        Path gone = folder.resolve("spool/in-999999999999-77.bytes");
        Path stranger = folder.resolve("spool/notes.txt");
        for (Path file : new Path[] {other, gone, stranger}) {
            Files.writeString(file, "x");
        }

        spool.clear();

        assertThat(other).exists();
        assertThat(stranger).exists();
        assertThat(gone).doesNotExist();
        assertThat(own).doesNotExist();
    }
}
