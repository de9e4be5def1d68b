package org.throughline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.throughline.audit.AuditChain;
import org.throughline.intake.Counts;
import org.throughline.intake.FeedId;
import org.throughline.intake.Receipt;
import org.throughline.intake.SubmissionStatus;

/** Every check of a night is seen to fail. */
final class DemoChecksTest {
    private final DemoChecks checks = new DemoChecks();

    @Test
    void seesAFileThatEndedOtherwiseThanPlanted() {
        checks.calendar(1, List.of(receipt(2)));
        assertThat(checks.all().get(0).holds()).isTrue();

        checks.calendar(1, List.of(receipt(1)));
        assertThat(checks.all().get(1).holds()).isFalse();
        assertThat(checks.all().get(1).fact())
                .isEqualTo(
                        "coc/COC_STAYS_20220101_20260930.csv ended loaded, 128 read, 1 held, 0 rejected, 0 waiting, 0"
                                + " ended; planted is loaded, 128 read, 2 held, 0 rejected, 0 waiting, 0 ended");
    }

    @Test
    void seesAStrangerInAnOutcomeFile() {
        checks.ownClientsOnly(Map.of("a", Set.of("1", "2")), Map.of("a", Set.of("1")), List.of());

        assertThat(checks.all().get(0).holds()).isFalse();
    }

    @Test
    void seesAnAuditLedgerThatWasChanged() {
        checks.audit(new AuditChain.Verdict(3, "", List.of("Entry 2 was changed.")));

        assertThat(checks.all().get(0).holds()).isFalse();
    }

    @Test
    void indexNamesEveryFileOfTheNights() throws IOException {
        Path folder = Path.of("src", "main", "resources", "demo");
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> there = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.startsWith("night-"))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(folder.resolve("files.txt"))).isEqualTo(there);
        }
    }

    private static Receipt receipt(long held) {
        return new Receipt(
                1,
                new FeedId("coc", "shelter-stays"),
                "COC_STAYS_20220101_20260930.csv",
                "",
                Instant.EPOCH,
                SubmissionStatus.LOADED,
                Optional.empty(),
                Optional.empty(),
                new Counts(128 - held, 0, held, 0, 0),
                0,
                List.of(),
                List.of(),
                List.of(),
                java.util.Map.of());
    }
}
