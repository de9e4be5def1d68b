package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
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
        ProcessHandle alive = ProcessHandle.current().parent().orElseThrow();
        String works = Unfinished.mark(alive);
        String reused = works.replaceAll("\\d+$", "1");
        String gone = works.replaceAll("-\\d+-", "-999999999-");
        OriginalFolder originals = new OriginalFolder(folder);
        Original kept = originals.keep(Files.writeString(folder.resolve("file"), "text"));
        for (String process : List.of(works, reused, gone)) {
            Files.writeString(folder.resolve("arriving-" + process + "-" + UUID), "half");
        }

        originals.clear();

        assertThat(names())
                .containsExactlyInAnyOrder(
                        "file", "arriving-" + works + "-" + UUID, kept.sha256().substring(0, 2));
        assertThat(originals.path(kept.sha256())).hasContent("text");
    }

    @Test
    void removesWhatAnotherMachineLeftWhenNobodyWroteToItForADay() throws IOException {
        String here = Unfinished.mark(ProcessHandle.current());
        List<String> elsewhere = List.of("", "17-", "0".repeat(12) + here.substring(12) + "-");
        for (String process : elsewhere) {
            Files.writeString(folder.resolve("arriving-" + process + UUID), "half");
            Path old = Files.writeString(folder.resolve("arriving-" + process + "old-" + UUID), "half");
            FileTime written = Files.getLastModifiedTime(old);
            Files.setLastModifiedTime(old, FileTime.from(written.toInstant().minus(Duration.ofHours(25))));
        }

        new OriginalFolder(folder).clear();

        assertThat(names())
                .containsExactlyInAnyOrderElementsOf(elsewhere.stream()
                        .map(process -> "arriving-" + process + UUID)
                        .toList());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void hasNothingToRemoveBeforeAnythingCame() {
        new OriginalFolder(folder.resolve("none")).clear();

        assertThat(folder).isEmptyDirectory();
    }
}
