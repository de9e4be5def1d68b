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

        List<Partner> partners = folder.review(SetupScope.all()).files().partners();

        assertThat(partners)
                .extracting(Partner::title)
                .containsExactly("Own", "Harborlight Family Services (synthetic)");
    }

    @Test
    void tellsOfOthersOnlyHowMuchIsWrong(@TempDir Path own) throws IOException {
        write(own, "acme/partner.yaml", "partner: acme\ntitle: Acme (synthetic)\nkind: provider\n");
        write(own, "broken/partner.yaml", "partner: broken\nkind: provider\n");
        write(own, "agreements/other.yaml", "agreement: X\ndiscloser: dcyf\nrecipient: broken\n");
        SetupFolder folder = new SetupFolder(List.of(own, SetupFiles.sound()), SetupFiles.surroundings(home));

        SetupReview review = folder.review(SetupScope.of(List.of("acme")));

        assertThat(review.problems()).isEmpty();
        assertThat(review.elsewhere()).isTrue();
        assertThat(review.files().partners()).extracting(Partner::sender).containsExactly("acme");
        assertThat(review.files().agreements()).isEmpty();
        assertThat(folder.review(SetupScope.of(List.of("harborlight"))).files().policies())
                .hasSize(1);
    }

    @Test
    void countsAFileThatNobodyCanReadAsEverybodys(@TempDir Path own) throws IOException {
        write(own, "agreements/torn.yaml", "agreement: [");
        write(own, "agreements/whose.yaml", "agreement: Y\n");
        SetupFolder folder = new SetupFolder(List.of(own, SetupFiles.sound()), SetupFiles.surroundings(home));

        assertThat(folder.review(SetupScope.of(List.of("harborlight"))).problems())
                .extracting(Diagnostic::file)
                .contains("agreements/torn.yaml", "agreements/whose.yaml");
    }

    @Test
    void namesThePartnerThatWasProbablyMeant() throws IOException {
        SetupFolder folder = new SetupFolder(List.of(SetupFiles.sound()), SetupFiles.surroundings(home));

        assertThat(folder.review(SetupScope.of(List.of("harbourlight"))).problems())
                .extracting(Diagnostic::toString)
                .containsExactly("harbourlight/partner.yaml:1:1: There is no such file. Did you mean harborlight?"
                        + " mapping suggest --sender harbourlight drafts one.");
    }

    @Test
    void findsInTheFileOfTheNamedPartnerWhatStandsInTwo(@TempDir Path own) throws IOException {
        String contracts = "\ntitle: T (synthetic)\nkind: provider\ncontracts:\n"
                + "  - {contract: C-1, title: One, start: 2026-01-01, programs: []}\n";
        write(own, "alder/partner.yaml", "partner: alder" + contracts);
        write(own, "birch/partner.yaml", "partner: birch" + contracts);
        SetupFolder folder = new SetupFolder(List.of(own), SetupFiles.surroundings(home));

        for (String name : List.of("alder", "birch")) {
            assertThat(folder.review(SetupScope.of(List.of(name))).problems()).hasSize(1);
        }
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<Diagnostic> findings(Path folder) throws IOException {
        return new SetupFolder(List.of(folder), SetupFiles.surroundings(home))
                .review(SetupScope.all())
                .problems();
    }
}
