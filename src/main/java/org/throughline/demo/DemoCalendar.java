package org.throughline.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The demo's fixed calendar: night n is day n from 2026-10-06, at ten in the evening in New York. */
final class DemoCalendar {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 6);
    private static final LocalTime EVENING = LocalTime.of(22, 0);

    private final Path file;

    /** The calendar of a home: it remembers how many nights are over. */
    DemoCalendar(Path home) {
        this.file = home.resolve("demo").resolve("nights");
    }

    /** The night that comes next, from 1. */
    int night() {
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) + 1 : 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The day on which this night begins. */
    static LocalDate day(int night) {
        return FIRST.plusDays(night - 1L);
    }

    /** A clock that stands at this night. */
    static Clock clock(int night) {
        return Clock.fixed(day(night).atTime(EVENING).atZone(ZONE).toInstant(), ZONE);
    }

    /** Remembers that this night is over. */
    void over(int night) {
        try {
            Files.createDirectories(file.getParent());
            Path arriving = file.resolveSibling("nights.part");
            Files.writeString(arriving, night + "\n");
            Files.move(arriving, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
