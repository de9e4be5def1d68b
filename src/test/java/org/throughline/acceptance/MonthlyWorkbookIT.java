package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Counts;
import org.throughline.intake.Receipt;
import org.throughline.intake.SubmissionStatus;
import org.throughline.mapping.BridgewayWorkbook;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** A provider's monthly workbook of figures, and its correction. All figures are made up. */
final class MonthlyWorkbookIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final String FIGURES =
            "select value::text from canonical.reported_measure where sender = ? and measure ="
                    + " 'referrals' and site = 'north' and part = 'count' and recorded_to %s";

    @TempDir
    Path home;

    private IntakeScene scene;

    @BeforeEach
    void open() {
        scene = new IntakeScene(POSTGRES, home);
        scene.rows("insert into intake.sender (sender, title, kind) values ('books', 'Synthetic', 'trial')"
                + " on conflict do nothing returning 1");
        scene.rows("insert into intake.feed (sender, name, mapping) values"
                + " ('books', 'monthly-measures', 'bridgeway/monthly-measures') on conflict do nothing returning 1");
    }

    private Receipt take(String name, LocalDate month, int referrals) throws IOException {
        Path file = home.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            BridgewayWorkbook.write(out, month, referrals);
        }
        return scene.run("books/monthly-measures", file);
    }

    @Test
    void isRestatedByTheNextWorkbookOfTheMonth() throws IOException {
        LocalDate september = LocalDate.of(2026, 9, 1);
        Receipt first = take("BW_ACM_2026-09.xlsx", september, 20);
        Receipt revised = take("BW_ACM_2026-09_rev1.xlsx", september, 21);

        assertThat(first.status()).isEqualTo(SubmissionStatus.LOADED);
        assertThat(first.records()).isEqualTo(new Counts(36, 12, 12, 0, 0));
        assertThat(revised.records()).isEqualTo(new Counts(1, 47, 12, 0, 0));
        assertThat(scene.rows(FIGURES.formatted("is null"), "books")).containsExactly(List.of("21.00"));
        assertThat(scene.rows(FIGURES.formatted("is not null"), "books")).containsExactly(List.of("20.00"));
        assertThat(scene.value(
                        "select count(*) from canonical.reported_measure where sender = 'books' and recorded_to is"
                                + " null and measure = 'start_within_7d' and mark = 'suppressed'"))
                .hasToString("2");
    }

    @Test
    void isHeldWhereItsSheetNamesAnotherMonth() throws IOException {
        Receipt receipt = take("BW_ACM_2026-08.xlsx", LocalDate.of(2026, 9, 1), 20);

        assertThat(receipt.status()).isEqualTo(SubmissionStatus.HELD);
        assertThat(receipt.records().held()).isEqualTo(60);
    }
}
