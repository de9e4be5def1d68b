package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProblemReportTest {

    @Test
    void tellsEveryFactOfAFile() {
        assertThat(ProblemReport.message(List.of("Rows: stated 5, found 4.", "Clients: stated 3, found 2."), true, 2))
                .isEqualTo("Rows: stated 5, found 4. Clients: stated 3, found 2.");
    }

    @Test
    void countsWhatIsTooMuchToTell() {
        assertThat(ProblemReport.message(Collections.nCopies(10, "Gone."), true, 14))
                .startsWith("Gone. Gone.")
                .endsWith("Gone. The same holds for 4 more, the first of them named under places.");
    }

    @Test
    void tellsOneFactOfManyRecords() {
        assertThat(ProblemReport.message(List.of("The cell is empty.", "The cell is empty."), false, 2))
                .isEqualTo("The cell is empty.");
    }
}
