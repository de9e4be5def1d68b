package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.mapping.TotalRule;

final class TotalTallyTest {

    @Test
    void countsManyDifferentValuesOnce() {
        TotalTally tally = new TotalTally(List.of(new TotalRule("clients", true, "number")));

        for (int i = 0; i < 200_000; i++) {
            tally.add(Map.of("number", "C-" + i % 100_000));
        }

        assertThat(tally.found()).containsExactly(BigDecimal.valueOf(100_000));
    }

    @Test
    void addsNothingForRecordsWithoutValue() {
        TotalTally tally = new TotalTally(
                List.of(new TotalRule("paid", false, "amount"), new TotalRule("clients", true, "number")));

        tally.add(Map.of("amount", new BigDecimal("-1.10")));
        tally.add(Map.of("amount", 3L, "number", "C-1"));
        tally.add(Map.of());

        assertThat(tally.found()).containsExactly(new BigDecimal("1.90"), BigDecimal.ONE);
    }

    @Test
    void readsWhatEachFormOfDoneFileStates() {
        assertThat(DoneFile.parse(" ROWS = 3 \nnonsense\n", "a.csv").stated("rows"))
                .contains("3");
        assertThat(DoneFile.parse("{\"rows\": 3, \"totals\": {\"Paid\": 0.10}}", "a.csv")
                        .stated("paid"))
                .contains("0.10");
        assertThat(DoneFile.parse("[{\"file\": \"b.csv\"}, {\"file\": \"a.csv\", \"rows\": 2}]", "a.csv")
                        .stated("rows"))
                .contains("2");
        assertThat(DoneFile.parse("{\"rows\": ", "a.csv").namesFile()).isFalse();
        assertThat(DoneFile.parse("", "a.csv").namesFile()).isTrue();
    }
}
