package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What describes a client's events may end up in a log: it names neither the client nor the day. */
final class PersonalValuesTest {
    private static final RecordRef CLIENT = new RecordRef("dcyf", "Zqclient");
    private static final LocalDate DAY = LocalDate.of(1907, 11, 23);

    @Test
    void eventsNameNoKeyAndNoDay() {
        assertThat(new EventRule.Found(CLIENT, "Zqevent", DAY).toString()).doesNotContain("Zq", "1907");
        assertThat(new SeenEvent("dcyf", "Zqevent", DAY, LinkGrade.DISCLOSURE).toString())
                .doesNotContain("Zq", "1907");
    }
}
