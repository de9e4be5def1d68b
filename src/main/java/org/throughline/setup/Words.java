package org.throughline.setup;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The words and forms that reviewed files share. */
final class Words {
    static final LocalDate NO_DAY = LocalDate.EPOCH;
    static final String DAY = "a day such as 2026-07-01";
    static final List<String> SOURCES = List.of("homelessness", "child_welfare");
    static final List<String> DATA_CLASSES = List.of("hmis", "child_welfare", "justice", "wages", "health");

    private static final ZoneId USUAL_ZONE = ZoneId.of("America/New_York");
    private static final Pattern WEEKDAY = Pattern.compile("MON|TUE|WED|THU|FRI|SAT|SUN");
    private static final Pattern DAY_OF_MONTH = Pattern.compile("[1-9]|1\\d|2[0-8]");

    private Words() {}

    static LocalDate day(SetupNode node, String key) {
        return node.requiredParsed(key, LocalDate::parse, DAY, NO_DAY);
    }

    static Optional<LocalDate> dayIfAny(SetupNode node, String key) {
        return node.parsed(key, LocalDate::parse, DAY);
    }

    static ZoneId zone(SetupNode node) {
        return node.parsed("zone", ZoneId::of, "a time zone such as America/New_York")
                .orElse(USUAL_ZONE);
    }

    static Optional<Boolean> flag(SetupNode node, String key) {
        return node.parsed(key, Words::flag, "true or false");
    }

    static Duration grace(String text) {
        return fitting(Duration.parse(text), grace -> !grace.isNegative());
    }

    static String due(String every, String on) {
        Pattern form = every.equals("week") ? WEEKDAY : DAY_OF_MONTH;
        return fitting(on, text -> form.matcher(text).matches());
    }

    static <T> T fitting(T value, Function<T, Boolean> rule) {
        if (!rule.apply(value)) {
            throw new IllegalArgumentException("The value does not fit.");
        }
        return value;
    }

    static void inOrder(SetupNode node, LocalDate from, String toKey, Optional<LocalDate> to) {
        if (to.isPresent() && to.get().isBefore(from)) {
            node.find(toKey, "The day of " + toKey + " lies before the first day, " + from + ". Correct one of them.");
        }
    }

    private static boolean flag(String text) {
        return fitting(text, word -> word.equals("true") || word.equals("false"))
                .equals("true");
    }
}
