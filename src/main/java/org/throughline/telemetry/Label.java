package org.throughline.telemetry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.intake.FeedAlarm;
import org.throughline.intake.RecordState;
import org.throughline.intake.Stage;
import org.throughline.intake.SubmissionStatus;
import org.throughline.intake.Timeliness;

/** A label of a metric. Its values come from a closed set, so that none can tell about a person. */
public enum Label {
    /** A feed as the partner files name it, {@code sender/feed}. The set is that of the feeds that are set up. */
    FEED(Set.of()),
    /** How a submission or a record ended, or what a connection does. */
    STATE(words(SubmissionStatus.values(), RecordState.values(), Connections.values())),
    /** A stage on a submission's way. */
    STAGE(words(Stage.values())),
    /** Whether what is due at a feed is here. */
    STANDING(words(Timeliness.values())),
    /** A kind of alarm about a feed. */
    ALARM(words(FeedAlarm.Kind.values())),
    /** What is delivered to a partner. */
    DELIVERY(words(Delivered.values())),
    /** What came of it. */
    RESULT(words(Result.values())),
    /** What the hub looks at to tell its health. */
    CHECK(words(HealthCheck.values()));

    private final Set<String> values;

    Label(Set<String> values) {
        this.values = values;
    }

    /** The label as it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every value that it may have in a hub with these feeds. */
    public Set<String> allowed(List<String> feeds) {
        return this == FEED ? new TreeSet<>(feeds) : values;
    }

    private static Set<String> words(Enum<?>[]... words) {
        return Stream.of(words)
                .flatMap(Arrays::stream)
                .map(Label::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String value(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
