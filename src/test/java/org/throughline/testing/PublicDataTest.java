package org.throughline.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

final class PublicDataTest {

    @Test
    void skipsWithTheReasonWhenAFileIsNotThere(@TempDir Path folder) {
        assertThatThrownBy(() -> PublicData.at(folder, "hmis/test.zip"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageStartingWith("Public data is not at hand: hmis/test.zip.");
    }

    @Test
    void findsAFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "a");

        assertThat(PublicData.at(folder, "a.csv")).isEqualTo(file);
    }
}
