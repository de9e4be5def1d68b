package org.throughline.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.intake.HolidayRule;
import org.throughline.intake.Holidays;

/** Reads {@code calendars/*.yaml}: the holidays on which partners and agencies are closed. */
final class CalendarReader {
    private static final int MOST = 200;

    private final Findings findings;

    CalendarReader(Findings findings) {
        this.findings = findings;
    }

    Optional<Holidays> read(SetupFile file) {
        return SetupNode.read(file.name(), file.text(), findings).map(top -> calendar(file, top));
    }

    private static Holidays calendar(SetupFile file, SetupNode top) {
        String name = top.required("calendar");
        if (!name.isEmpty() && !name.equals(file.stem())) {
            top.find(
                    "calendar",
                    "The calendar is named " + name + " but its file is " + file.stem() + ". Give both the same name.");
        }
        top.required("title");
        top.text("source");
        List<Holidays.Holiday> days = new ArrayList<>();
        top.sections("holidays").forEach(node -> holiday(node).ifPresent(days::add));
        if (days.size() > MOST) {
            top.find("holidays", "A calendar has at most " + MOST + " holidays. Keep one file per kind of office.");
        }
        top.finish();
        return new Holidays(name, days);
    }

    private static Optional<Holidays.Holiday> holiday(SetupNode node) {
        String name = node.required("name");
        node.required("on");
        Optional<HolidayRule> rule = node.parsed("on", HolidayRule::parse, HolidayRule.FORMS);
        node.finish();
        return rule.map(on -> new Holidays.Holiday(name, on));
    }
}
