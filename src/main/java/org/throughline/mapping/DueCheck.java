package org.throughline.mapping;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/** Checks {@code due}: when a feed's files are expected. */
final class DueCheck {

    private static final Set<String> KEYS = Set.of("every", "on", "by", "zone", "grace", "calendar", "on_holiday");
    private static final Set<String> RHYTHMS = Set.of("day", "weekday", "week", "month", "quarter", "year");
    private static final Set<String> MOVES = Set.of("next_day", "next_weekday", "skip");
    private static final Set<String> DAYS = Set.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private DueCheck() {}

    static void check(Section receive, Findings findings) {
        Optional<Tree> tree = receive.tree("due");
        if (tree.isEmpty()) {
            return;
        }
        Section due = Section.of(tree.get(), "`due`", KEYS, findings);
        due.required("every");
        Optional<String> every = due.word("every", RHYTHMS);
        if (every.filter("week"::equals).isPresent()) {
            due.word("on", DAYS);
        } else {
            due.text("on")
                    .filter(on -> !on.text().matches("[1-9]|[12]\\d|3[01]"))
                    .ifPresent(on ->
                            findings.report(on.mark(), "`on` is `" + on.text() + "`, but must be a day of the month."));
        }
        due.text("calendar");
        due.word("on_holiday", MOVES);
        parsed(due, "by", "a time such as '06:00'", LocalTime::parse).forEach(findings);
        parsed(due, "zone", "a time zone such as America/New_York", ZoneId::of).forEach(findings);
        parsed(due, "grace", "a duration such as PT12H or P3D", DueCheck::duration)
                .forEach(findings);
    }

    private static void duration(String text) {
        if (text.contains("T")) {
            Duration.parse(text);
        } else {
            Period.parse(text);
        }
    }

    private static Unparsed parsed(Section due, String key, String expected, Consumer<String> parser) {
        Optional<Text> wrong = due.text(key).filter(text -> {
            try {
                parser.accept(text.text());
                return false;
            } catch (DateTimeException notParsed) {
                return true;
            }
        });
        return new Unparsed(wrong, key, expected);
    }

    private record Unparsed(Optional<Text> text, String key, String expected) {

        void forEach(Findings findings) {
            text.ifPresent(wrong -> findings.report(
                    wrong.mark(), "`" + key + "` is `" + wrong.text() + "`, but must be " + expected + "."));
        }
    }
}
