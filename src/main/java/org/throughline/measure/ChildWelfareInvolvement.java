package org.throughline.measure;

import java.util.List;
import java.util.Set;

/**
 * Subsequent child-welfare involvement: a maltreatment report that was screened in, dated after the end of preventive
 * services. A report that was investigated (substantiated or not) was screened in before. A report about an incident before
 * the end of services tells nothing about the time after; it is no event and is counted apart.
 */
record ChildWelfareInvolvement() implements EventRule {
    private static final Set<String> SERVICES = Set.of("family_preservation", "maltreatment_prevention");
    private static final Set<String> SCREENED_IN = Set.of("screened_in", "substantiated", "unsubstantiated");

    @Override
    public boolean isIndex(Stay stay) {
        return SERVICES.contains(stay.programType()) && stay.exit().isPresent();
    }

    @Override
    public List<Found> events(ClientHistory history, IndexEvent index) {
        return reports(history, index, false);
    }

    @Override
    public List<Found> earlierIncidents(ClientHistory history, IndexEvent index) {
        return reports(history, index, true);
    }

    private static List<Found> reports(ClientHistory history, IndexEvent index, boolean aboutEarlier) {
        return history.occurrences().stream()
                .filter(report -> report.type().equals("maltreatment_report"))
                .filter(report -> SCREENED_IN.contains(report.disposition()))
                .filter(report -> report.date().isAfter(index.date()))
                .filter(report -> isEarlier(report, index) == aboutEarlier)
                .map(report -> new Found(report.record(), report.key(), report.date()))
                .toList();
    }

    private static boolean isEarlier(Occurrence report, IndexEvent index) {
        return report.incident().filter(day -> day.isBefore(index.date())).isPresent();
    }
}
