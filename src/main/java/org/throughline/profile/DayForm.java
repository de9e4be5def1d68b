package org.throughline.profile;

import java.time.DateTimeException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.regex.Pattern;
import org.throughline.mapping.value.DayPattern;
import org.throughline.mapping.value.ValueType;

/**
 * A way to write days, months or times that senders use.
 *
 * @param form what a value looks like, so that the pattern is tried on such values only
 */
record DayForm(DayPattern pattern, ValueType type, Pattern form) {
    private static final String SLASHES = "\\d{1,2}/\\d{1,2}/\\d{4}";
    private static final String DASHES = "\\d{1,2}-\\d{1,2}-\\d{4}";
    private static final String CLOCK = " \\d{1,2}:\\d{2}";
    private static final int EARLIEST = 1880;
    private static final int LATEST = 2100;

    /** In the order in which they are preferred. */
    static final List<DayForm> ALL = List.of(
            day("yyyy-MM-dd", "\\d{4}-\\d{2}-\\d{2}"),
            day("M/d/yyyy", SLASHES),
            day("d/M/yyyy", SLASHES),
            day("M/d/yy", "\\d{1,2}/\\d{1,2}/\\d{2}"),
            day("d/M/yy", "\\d{1,2}/\\d{1,2}/\\d{2}"),
            day("M-d-yyyy", DASHES),
            day("d-M-yyyy", DASHES),
            day("d.M.yyyy", "\\d{1,2}\\.\\d{1,2}\\.\\d{4}"),
            day("yyyy/M/d", "\\d{4}/\\d{1,2}/\\d{1,2}"),
            day("yyyyMMdd", "\\d{8}"),
            day("MMddyyyy", "\\d{8}"),
            day("ddMMyyyy", "\\d{8}"),
            day("d-MMM-yyyy", "\\d{1,2}-[A-Za-z]{3}-\\d{4}"),
            day("d-MMM-yy", "\\d{1,2}-[A-Za-z]{3}-\\d{2}"),
            day("d MMM yyyy", "\\d{1,2} [A-Za-z]{3} \\d{4}"),
            day("MMM d, yyyy", "[A-Za-z]{3} \\d{1,2}, \\d{4}"),
            time("yyyy-MM-dd HH:mm:ss", "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}"),
            time("yyyy-MM-dd HH:mm", "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}"),
            time(
                    "yyyy-MM-dd'T'HH:mm:ss[.SSS][XX" + "X]",
                    "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?(Z|[+-]\\d{2}:\\d{2})?"),
            time("M/d/yyyy H:mm", SLASHES + CLOCK),
            time("d/M/yyyy H:mm", SLASHES + CLOCK),
            time("M/d/yyyy h:mm a", SLASHES + CLOCK + " [AaPp][Mm]"),
            month("yyyy-MM", "\\d{4}-\\d{2}"),
            month("yyyyMM", "\\d{6}"),
            month("MM/yyyy", "\\d{2}/\\d{4}"));

    private static DayForm day(String pattern, String form) {
        return of(pattern, ValueType.DATE, form);
    }

    private static DayForm time(String pattern, String form) {
        return of(pattern, ValueType.DATETIME, form);
    }

    private static DayForm month(String pattern, String form) {
        return of(pattern, ValueType.YEARMONTH, form);
    }

    private static DayForm of(String pattern, ValueType type, String form) {
        return new DayForm(DayPattern.of(pattern).orElseThrow(), type, Pattern.compile(form));
    }

    /** True where the value is a day, month or time written so, in a year in which a person may have lived. */
    boolean fits(String value) {
        if (!form.matcher(value).matches()) {
            return false;
        }
        try {
            TemporalAccessor parsed = pattern.formatter().parse(value);
            int year = parsed.get(ChronoField.YEAR);
            return year >= EARLIEST && year <= LATEST;
        } catch (DateTimeException notSo) {
            return false;
        }
    }
}
