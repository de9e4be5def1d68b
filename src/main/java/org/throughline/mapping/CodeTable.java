package org.throughline.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A sender's codes and ours, day by day: a table for each stretch of days on which nothing changes. */
final class CodeTable {

    private final List<Line> lines;
    private final List<LocalDate> starts = new ArrayList<>();
    private final List<Map<String, String>> tables = new ArrayList<>();
    private final Set<String> theirs;

    /** One code of theirs, ours for it, and the days on which both count. */
    record Line(String theirs, String ours, Span span) {}

    CodeTable(Collection<Line> lines) {
        this.lines = List.copyOf(lines);
        this.theirs = this.lines.stream().map(Line::theirs).collect(Collectors.toUnmodifiableSet());
        Set<LocalDate> changes = new TreeSet<>(Set.of(LocalDate.MIN));
        this.lines.forEach(line -> {
            line.span().first().ifPresent(changes::add);
            line.span().last().ifPresent(day -> changes.add(day.plusDays(1)));
        });
        changes.forEach(start -> add(start, table(new Span(start, start))));
    }

    private void add(LocalDate start, Map<String, String> table) {
        if (tables.isEmpty() || !tables.get(tables.size() - 1).equals(table)) {
            starts.add(start);
            tables.add(table);
        }
    }

    private Map<String, String> table(Span day) {
        Map<String, String> table = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line.span().and(day).isPresent())
                .forEach(line -> table.put(line.theirs(), line.ours()));
        return table;
    }

    /** Every line, in the order of the file. */
    List<Line> lines() {
        return lines;
    }

    /** Every code of theirs, of whatever day. */
    Set<String> theirs() {
        return theirs;
    }

    /** True where the day matters. */
    boolean dated() {
        return starts.size() > 1;
    }

    /** Their codes to ours, where the day does not matter. */
    Map<String, String> always() {
        return tables.get(0);
    }

    /** Their codes to ours on a day. */
    Map<String, String> on(LocalDate day) {
        int at = starts.size() - 1;
        while (at > 0 && day.isBefore(starts.get(at))) {
            at--;
        }
        return tables.get(at);
    }

    /** The days on which a code of theirs is in force, in words. */
    String inForce(String code) {
        return lines.stream()
                .filter(line -> line.theirs().equals(code))
                .map(line -> line.span().words())
                .distinct()
                .collect(Collectors.joining(" and "));
    }
}
