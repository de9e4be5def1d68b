package org.throughline.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.mapping.Diagnostic;
import org.throughline.testing.SetupFiles;

/** Each folder of setup/ holds set-up files and, in expected.txt, exactly what is wrong with them. */
final class SetupFolderTest {
    @TempDir
    Path home;

    static Stream<Path> cases() throws IOException {
        return SetupFiles.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsExactlyWhatIsWrong(Path folder) throws IOException {
        String found = findings(folder).stream().map(Diagnostic::toString).collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("throughline.regenerate")) {
            Files.writeString(folder.resolve("expected.txt"), found.isEmpty() ? "" : found + "\n");
        }

        assertThat(found)
                .isEqualTo(Files.readString(folder.resolve("expected.txt")).strip());
    }

    @Test
    void takesAFileOfTheHomeBeforeTheInstalledOne(@TempDir Path own) throws IOException {
        Files.createDirectories(own.resolve("dcyf"));
        Files.writeString(own.resolve("dcyf/partner.yaml"), "partner: dcyf\ntitle: Own\nkind: agency\n");
        SetupFolder folder = new SetupFolder(List.of(own, SetupFiles.sound()), SetupFiles.surroundings(home));

        List<Partner> partners = folder.read(new Findings()).partners();

        assertThat(partners)
                .extracting(Partner::title)
                .containsExactly("Own", "Harborlight Family Services (synthetic)");
    }

    private List<Diagnostic> findings(Path folder) throws IOException {
        Findings findings = new Findings();
        new SetupFolder(List.of(folder), SetupFiles.surroundings(home)).read(findings);
        return findings.all();
    }
}
