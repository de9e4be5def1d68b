package org.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub's code stays small: most methods fit on a palm, most types are nobody else's business. */
final class SizeBudgetTest {
    private static final List<Path> SOURCES = ProjectFiles.below("src/main/java", ".java").stream()
            .filter(file -> !file.endsWith("package-info.java"))
            .toList();

    @Test
    void methodsAreShort() throws IOException {
        var sizes = MethodSizes.of(SOURCES);

        assertThat(sizes.percentile(0.5)).as(sizes.toString()).isLessThanOrEqualTo(8);
        assertThat(sizes.percentile(0.9)).as(sizes.toString()).isLessThanOrEqualTo(20);
    }

    @Test
    void filesAreShort() throws IOException {
        var tooLong = 0;
        for (var file : SOURCES) {
            tooLong += Files.readAllLines(file).size() > 200 ? 1 : 0;
        }

        assertThat(tooLong).isLessThanOrEqualTo(SOURCES.size() / 10);
    }

    @Test
    void seesALongMethodAndAPublicType(@TempDir Path folder) throws IOException {
        var file = Files.writeString(
                folder.resolve("Long.java"),
                "public class Long {\n  void m() {" + "\n".repeat(30) + "  }\n}\nclass B {}");
        var sizes = MethodSizes.of(List.of(file));

        assertThat(sizes.percentile(0.5)).isEqualTo(31);
        assertThat(sizes.shareOfPackagePrivateTypes()).isEqualTo(0.5);
    }
}
