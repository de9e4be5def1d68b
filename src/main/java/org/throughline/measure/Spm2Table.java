package org.throughline.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HUD's system performance measure 2 for a report period: of the persons whose earliest exit to permanent housing lies 730
 * days before the period, how many returned to homelessness within 180, 181 to 365, and 366 to 730 days. Rows 2 to 6 are the
 * project types of the exit, row 7 is all; B is the exits, C/E/G/I the returns, D/F/H/J their percent.
 */
public final class Spm2Table {
    private static final int LOOK_BACK = 730;
    private static final int[] BUCKET_ENDS = {180, 365, LOOK_BACK};

    private final Map<ProjectGroup, long[]> rows = new EnumMap<>(ProjectGroup.class);

    private Spm2Table() {
        for (var group : ProjectGroup.values()) {
            rows.put(group, new long[1 + BUCKET_ENDS.length]);
        }
    }

    /**
     * The table of a period.
     *
     * @param cocCode the Continuum of Care; empty for all
     */
    public static Spm2Table of(
            Collection<ClientHistory> histories,
            Period period,
            Optional<String> cocCode,
            Spm2Specification specification) {
        var table = new Spm2Table();
        histories.forEach(history -> table.add(within(history, cocCode), period, specification.rule()));
        return table;
    }

    /** Enrollments of that Continuum of Care; an agency's events belong to none and are left out. */
    private static ClientHistory within(ClientHistory history, Optional<String> cocCode) {
        var stays = history.stays().stream()
                .filter(stay -> cocCode.isEmpty() || stay.cocCodes().contains(cocCode.get()))
                .toList();
        return new ClientHistory(history.client(), history.searchable(), history.inReview(), stays, List.of());
    }

    private void add(ClientHistory history, Period period, HousingReturn rule) {
        var exit = history.stays().stream()
                .filter(rule::isIndex)
                .filter(stay -> period.isLookedBackTo(stay.exit().orElseThrow()))
                .min(Comparator.comparing((Stay stay) -> stay.exit().orElseThrow())
                        .thenComparing(Stay::record)
                        .thenComparing(Stay::key));
        if (exit.isEmpty()) {
            return;
        }
        var index = new IndexEvent(exit.get(), exit.get().exit().orElseThrow(), false);
        var row = rows.get(exit.get().group().orElseThrow());
        row[0]++;
        rule.events(history, index).stream()
                .map(EventRule.Found::date)
                .min(Comparator.naturalOrder())
                .ifPresent(day -> addReturn(row, ChronoUnit.DAYS.between(index.date(), day)));
    }

    private static void addReturn(long[] row, long days) {
        for (int i = 0; i < BUCKET_ENDS.length; i++) {
            if (days <= BUCKET_ENDS[i]) {
                row[i + 1]++;
                return;
            }
        }
    }

    /** The cells B2 to J7; a percent is empty where nobody exited. */
    public Map<String, Optional<BigDecimal>> cells() {
        var cells = new LinkedHashMap<String, Optional<BigDecimal>>();
        var total = new long[1 + BUCKET_ENDS.length];
        int number = 2;
        for (var row : new ArrayList<>(rows.values())) {
            put(cells, number++, row);
            for (int i = 0; i < row.length; i++) {
                total[i] += row[i];
            }
        }
        put(cells, number, total);
        return cells;
    }

    private static void put(Map<String, Optional<BigDecimal>> cells, int number, long[] row) {
        cells.put("B" + number, Optional.of(BigDecimal.valueOf(row[0])));
        char column = 'C';
        long all = 0;
        for (int i = 1; i < row.length; i++) {
            putReturns(cells, column + "" + number, (char) (column + 1) + "" + number, new long[] {row[i], row[0]});
            column += 2;
            all += row[i];
        }
        putReturns(cells, column + "" + number, (char) (column + 1) + "" + number, new long[] {all, row[0]});
    }

    private static void putReturns(
            Map<String, Optional<BigDecimal>> cells, String count, String percent, long[] fraction) {
        cells.put(count, Optional.of(BigDecimal.valueOf(fraction[0])));
        cells.put(percent, MeasureValue.percent(fraction[0], fraction[1]));
    }

    /**
     * A closed report period.
     *
     * @param start first day
     * @param end last day
     */
    public record Period(LocalDate start, LocalDate end) {
        /** True for an exit from 730 days before the first day to 730 days before the last. */
        boolean isLookedBackTo(LocalDate exit) {
            return !exit.isBefore(start.minusDays(LOOK_BACK)) && !exit.isAfter(end.minusDays(LOOK_BACK));
        }
    }
}
