package org.throughline.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.throughline.intake.Nothings.Period;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a period such as 2026-10, 2026-10-05 or 2026-10-05..2026-10-11. */
final class PeriodText implements ITypeConverter<Period> {

    @Override
    public Period convert(String text) {
        try {
            return text.matches("\\d{4}-\\d\\d") ? month(YearMonth.parse(text)) : days(text);
        } catch (DateTimeException wrong) {
            throw new TypeConversionException("'" + text + "' is no period such as 2026-10 or 2026-10-05..2026-10-11");
        }
    }

    private static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    private static Period days(String text) {
        int dots = text.indexOf("..");
        LocalDate from = LocalDate.parse(dots < 0 ? text : text.substring(0, dots));
        LocalDate to = dots < 0 ? from : LocalDate.parse(text.substring(dots + 2));
        if (to.isBefore(from)) {
            throw new DateTimeException("The period ends before it begins.");
        }
        return new Period(from, to);
    }
}
