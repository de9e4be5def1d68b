package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.intake.FeedEvent;
import org.throughline.problem.ProblemCode;

final class NoticesTest {
    private static final Instant NOON = Instant.parse("2026-10-06T12:00:00Z");

    private final List<FeedEvent> told = new ArrayList<>();
    private final Notices notices = new Notices(told::add);

    private static FeedEvent event(String fact) {
        return FeedEvent.of(NOON, "harborlight", ProblemCode.FILE_NAME, fact);
    }

    private List<FeedEvent> look(boolean sawEverything, String... subjects) {
        notices.begin();
        for (String subject : subjects) {
            notices.note(subject, event("a name"));
        }
        return notices.end(sawEverything);
    }

    @Test
    void tellsEachSubjectOnceThoughTheyReadTheSame() {
        assertThat(look(true, "a", "b", "a")).hasSize(2);
        assertThat(told).hasSize(2);
    }

    @Test
    void findsAgainButTellsNotAgain() {
        look(true, "a");
        assertThat(look(true, "a")).hasSize(1);
        assertThat(told).hasSize(1);
    }

    @Test
    void tellsAgainWhatWasGone() {
        look(true, "a");
        look(true);
        look(true, "a");
        assertThat(told).hasSize(2);
    }

    @Test
    void forgetsNothingWhenALookFails() {
        look(true, "a");
        look(false);
        look(true, "a");
        assertThat(told).hasSize(1);
    }
}
