package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OriginalFolderTest {
    private static final String UUID = "0d5f2b5e-0000-4000-8000-0123456789ab";

    @TempDir
    Path folder;

    @Test
    void removesWhatAProcessThatIsGoneLeftHalfCopied() throws IOException {
        long alive = ProcessHandle.current().parent().orElseThrow().pid();
        OriginalFolder originals = new OriginalFolder(folder);
        Original kept = originals.keep(Files.writeString(folder.resolve("file"), "text"));
        for (String process : List.of("", "999999999-", ProcessHandle.current().pid() + "-", alive + "-")) {
            Files.writeString(folder.resolve("arriving-" + process + UUID), "half");
        }

        originals.clear();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "file",
                            "arriving-" + alive + "-" + UUID,
                            kept.sha256().substring(0, 2));
        }
        assertThat(originals.path(kept.sha256())).hasContent("text");
    }

    @Test
    void hasNothingToRemoveBeforeAnythingCame() {
        new OriginalFolder(folder.resolve("none")).clear();

        assertThat(folder).isEmptyDirectory();
    }
}
